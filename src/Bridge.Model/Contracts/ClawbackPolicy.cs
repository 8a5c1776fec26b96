namespace Bridge.Model.Contracts;

/// <summary>What a partner gives back.</summary>
public sealed record ClawbackPolicy
{
    /// <summary>What happens when the customer leaves.</summary>
    public required ClawbackOnChurn OnChurn { get; init; }

    /// <summary>How long after the conversion; null when it is unlimited or the rail does not say.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>True when returned orders are taken back inside the lock period.</summary>
    public bool OnReturn { get; init; } = true;
}
