using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>What a write brings along: proof that it was journaled, and its grant of the rate budget.</summary>
public sealed record WriteContext
{
    /// <summary>Operation id: same in every attempt.</summary>
    public required string OperationId { get; init; }

    /// <summary>Attempt from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Grant that was taken before the intent was journaled.</summary>
    public required RateGrant Grant { get; init; }
}
