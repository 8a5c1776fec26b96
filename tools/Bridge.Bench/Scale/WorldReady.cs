namespace Bridge.Bench.Scale;

/// <summary>What the process with data and simulated rail says when both are ready.</summary>
internal sealed record WorldReady
{
    /// <summary>Address of the simulated rail.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>Account on it.</summary>
    public required string AccountSid { get; init; }

    /// <summary>Program on it.</summary>
    public required string ProgramId { get; init; }

    /// <summary>Its token, worth nothing elsewhere.</summary>
    public required string Token { get; init; }

    /// <summary>Its clock, as <c>bridge.yaml</c> takes it.</summary>
    public required string Clock { get; init; }

    /// <summary>Distinct records of the pack.</summary>
    public required PackSize Pack { get; init; }

    /// <summary>Accounts that the target shares with the pack.</summary>
    public required int Held { get; init; }
}
