namespace Bridge.Engine.Planning;

/// <summary>A record was lost or doubled between two stages. A defect, never a matter of data: the run fails.</summary>
/// <param name="problem">Which sum does not balance.</param>
public sealed class ConservationException(string problem) : Exception($"The account does not balance: {problem} Nothing was approved or sent on this basis; report this as a defect.");
