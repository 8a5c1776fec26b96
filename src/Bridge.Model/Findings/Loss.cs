namespace Bridge.Model.Findings;

/// <summary>A piece of information that could not be read, or that the target cannot hold.</summary>
public sealed record Loss
{
    /// <summary>Stable code, for example <c>TierCountExceeded</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How well the target holds it.</summary>
    public required Fidelity Fidelity { get; init; }

    /// <summary>Field path in the canonical record.</summary>
    public required string Path { get; init; }

    /// <summary>What is lost and why, in one sentence.</summary>
    public required string Message { get; init; }
}
