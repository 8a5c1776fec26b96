using Bridge.Engine.Reporting.Changes;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>The plan as far as one partner is concerned.</summary>
public sealed record PartnerSection
{
    /// <summary>Source key; the partner's reference on the target where the plan does not name the source (rollback).</summary>
    public required string Partner { get; init; }

    /// <summary>Name; null when the plan does not say.</summary>
    public string? Name { get; init; }

    /// <summary>Native id on the target; null while there is none.</summary>
    public string? TargetId { get; init; }

    /// <summary>How closely to look.</summary>
    public required RiskLevel Risk { get; init; }

    /// <summary>What makes it risky, worst first, each said once.</summary>
    public ValueList<string> Risks { get; init; } = [];

    /// <summary>The partner itself: entry, adoption, reference values.</summary>
    public ValueList<RecordChange> Account { get; init; } = [];

    /// <summary>Groups it joins.</summary>
    public ValueList<string> Groups { get; init; } = [];

    /// <summary>Its contracts, up to the limit.</summary>
    public ValueList<RecordChange> Contracts { get; init; } = [];

    /// <summary>Its contracts by outcome.</summary>
    public OutcomeCounts ContractCounts { get; init; } = new();

    /// <summary>Its codes, up to the limit.</summary>
    public ValueList<RecordChange> Codes { get; init; } = [];

    /// <summary>Its codes by outcome.</summary>
    public OutcomeCounts CodeCounts { get; init; } = new();

    /// <summary>A few of its links; those with a problem first.</summary>
    public ValueList<RecordChange> Links { get; init; } = [];

    /// <summary>Its links by outcome.</summary>
    public OutcomeCounts LinkCounts { get; init; } = new();
}
