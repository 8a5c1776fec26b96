namespace Bridge.Rails.Abstractions.Http;

/// <summary>Names the journaled intent behind a write, so that the send gate can look it up.</summary>
/// <param name="OperationId">Id of the planned operation, the same in every attempt.</param>
/// <param name="Attempt">Number of this attempt, from 1.</param>
/// <param name="Epoch">Epoch of the journal's owner.</param>
public sealed record WriteIntent(string OperationId, int Attempt, long Epoch);
