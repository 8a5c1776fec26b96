using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Money;

namespace Bridge.Model.Contracts;

/// <summary>What one partner is paid in one program.</summary>
public sealed record Contract
{
    /// <summary>The rail's id; a composed one (declared by the rail) where a contract has none. Unique in a snapshot.</summary>
    public required ContractId Id { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>Name as people see it: offer, template or campaign name.</summary>
    public required string Name { get; init; }

    /// <summary>The offer, template or campaign that the contract is made from; null when each contract stands alone.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Kind of template in the rail's word in lower case (Rakuten: <c>baseline</c>, <c>private</c>, ...); null when it has none.</summary>
    public string? TemplateKind { get; init; }

    /// <summary>State.</summary>
    public required ContractStatus Status { get; init; }

    /// <summary>The rail's own word for the state; null when it has none.</summary>
    public string? NativeStatus { get; init; }

    /// <summary>Start; null when the rail does not say.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End; null when open-ended.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Currency of the amounts; null when the rail does not say.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Commission terms, in the rail's order of evaluation.</summary>
    public ValueList<CommissionTerm> Terms { get; init; } = [];

    /// <summary>Click and view windows; null when the rail does not say.</summary>
    public ReferralWindows? Windows { get; init; }

    /// <summary>Lock; null when the rail does not say.</summary>
    public LockingRule? Locking { get; init; }

    /// <summary>Payout; null when the rail does not say.</summary>
    public PayoutSchedule? Payout { get; init; }

    /// <summary>Clawback; null when the rail does not say.</summary>
    public ClawbackPolicy? Clawback { get; init; }

    /// <summary>Smallest amount that is paid out; null when there is none.</summary>
    public Money.Money? MinimumPayout { get; init; }

    /// <summary>Who gets credit; null when the rail does not say.</summary>
    public AttributionRule? Attribution { get; init; }

    /// <summary>Fixed shares for <see cref="AttributionRule.SplitByShare"/>.</summary>
    public ValueList<CreditShare> CreditShares { get; init; } = [];

    /// <summary>Deal registration; null when there is none.</summary>
    public DealRegistration? DealRegistration { get; init; }

    /// <summary>True when the contract renews itself; null when the rail does not say.</summary>
    public bool? AutoRenews { get; init; }
}
