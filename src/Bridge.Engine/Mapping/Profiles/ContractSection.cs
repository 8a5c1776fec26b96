using Bridge.Model.Collections;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How contracts look on the target.</summary>
public sealed record ContractSection
{
    /// <summary>Kinds of template, the leading one first.</summary>
    public required ValueList<string> Precedence { get; init; }

    /// <summary>Name of a template that is to be built, with <c>{name}</c>, <c>{id}</c> and <c>{kind}</c>.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Decisions by source template.</summary>
    public required IReadOnlyDictionary<string, TemplateDecision> Templates { get; init; }

    /// <summary>Decisions about tiers of all other templates.</summary>
    public required TierDecision Tiers { get; init; }

    /// <summary>Values of scope conditions that the target calls otherwise.</summary>
    public required ValueList<ScopeValueRule> ScopeValues { get; init; }

    /// <summary>Click window.</summary>
    public required WindowRule ClickWindow { get; init; }

    /// <summary>View window.</summary>
    public required WindowRule ViewWindow { get; init; }

    /// <summary>Lock.</summary>
    public required CarryMode Locking { get; init; }

    /// <summary>Payout schedule.</summary>
    public required CarryMode Payout { get; init; }

    /// <summary>Attribution, credit shares and deal registration.</summary>
    public required CarryMode Attribution { get; init; }

    /// <summary>Minimum payout.</summary>
    public required CarryMode MinimumPayout { get; init; }

    /// <summary>Clawback.</summary>
    public required CarryMode Clawback { get; init; }

    /// <summary>End date.</summary>
    public required CarryMode EndDate { get; init; }
}
