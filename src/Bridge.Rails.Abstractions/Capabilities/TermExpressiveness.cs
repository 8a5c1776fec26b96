using Bridge.Model.Collections;
using Bridge.Model.Contracts;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>Which commercial terms a rail's contracts can hold.</summary>
public sealed record TermExpressiveness
{
    /// <summary>Kinds of term, by their JSON name (<c>percentOfSale</c>, ...).</summary>
    public required ValueList<string> Kinds { get; init; }

    /// <summary>Most tiers of one term; null when there is no limit known.</summary>
    public int? MaxTiers { get; init; }

    /// <summary>Bases that tiers and bonuses can count.</summary>
    public ValueList<TierBasis> TierBases { get; init; } = [];

    /// <summary>Modes of tiers.</summary>
    public ValueList<TierMode> TierModes { get; init; } = [];

    /// <summary>Fields that a scope can look at.</summary>
    public ValueList<ScopeField> ScopeFields { get; init; } = [];

    /// <summary>Attribution rules.</summary>
    public ValueList<AttributionRule> Attributions { get; init; } = [];

    /// <summary>True when a click window can be set.</summary>
    public bool ClickWindow { get; init; }

    /// <summary>True when a view window can be set.</summary>
    public bool ViewWindow { get; init; }

    /// <summary>True when locking can be set.</summary>
    public bool Locking { get; init; }

    /// <summary>True when the payout schedule can be set.</summary>
    public bool PayoutSchedule { get; init; }

    /// <summary>True when a minimum payout can be set in the contract.</summary>
    public bool MinimumPayout { get; init; }

    /// <summary>True when the contract can say what is taken back.</summary>
    public bool Clawback { get; init; }

    /// <summary>True when the credit of a conversion can be shared.</summary>
    public bool CreditShares { get; init; }

    /// <summary>True when deals can be registered.</summary>
    public bool DealRegistration { get; init; }

    /// <summary>True when a contract can be made with an end date.</summary>
    public bool EndDates { get; init; }

    /// <summary>True when a partner can hold several contracts of one program at once.</summary>
    public bool SeveralContractsPerPartner { get; init; }

    /// <summary>True when contracts are made from templates that people keep in the portal.</summary>
    public bool TemplatesInPortal { get; init; }

    /// <summary>Decimals of a percent number.</summary>
    public int PercentDecimals { get; init; } = 2;

    /// <summary>Decimals of a fixed amount; null for those of its currency's smallest unit.</summary>
    public int? AmountDecimals { get; init; }
}
