namespace Bridge.Simulation.Impact.Terms;

/// <summary>What one event type pays.</summary>
public sealed record EventPayout
{
    /// <summary>Numeric id.</summary>
    public required long EventTypeId { get; init; }

    /// <summary>Display name.</summary>
    public required string EventTypeName { get; init; }

    /// <summary>SALE, LEAD, CLICK, ...</summary>
    public required string EventCategory { get; init; }

    /// <summary>Flat amount; null when the default is a rate.</summary>
    public decimal? DefaultPayout { get; init; }

    /// <summary>Percent number (15 is 15 %); null when the default is an amount.</summary>
    public decimal? DefaultPayoutRate { get; init; }

    /// <summary>ITEM, ORDER, CLICK or CALL.</summary>
    public required string PayoutLevel { get; init; }

    /// <summary>Conditional payouts; the lowest rank that matches wins.</summary>
    public IReadOnlyList<PayoutGroup> PayoutGroups { get; init; } = [];

    /// <summary>Caps.</summary>
    public IReadOnlyList<PayoutLimit> Limits { get; init; } = [];

    /// <summary>Bonus for volume, or null.</summary>
    public PerformanceBonus? PerformanceBonus { get; init; }

    /// <summary>When an action locks, or null.</summary>
    public LockingTerms? Locking { get; init; }

    /// <summary>When a locked action is paid, or null.</summary>
    public SchedulingTerms? PayoutScheduling { get; init; }

    /// <summary>LAST_REFERRER, FIRST_REFERRER, ...</summary>
    public string CreditPolicy { get; init; } = "LAST_REFERRER";

    /// <summary>Referral windows.</summary>
    public IReadOnlyList<ValidReferral> ValidReferrals { get; init; } = [];
}
