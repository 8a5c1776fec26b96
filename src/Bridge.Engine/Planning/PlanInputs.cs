using Bridge.Engine.Approval;
using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Matching;
using Bridge.Engine.Privacy;
using Bridge.Engine.Snapshots;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Planning;

/// <summary>Everything a plan is made from. The header names each of them by hash.</summary>
public sealed record PlanInputs
{
    /// <summary>Header of the plan.</summary>
    public required PlanHeader Header { get; init; }

    /// <summary>Snapshot of the source.</summary>
    public required ISnapshot Source { get; init; }

    /// <summary>Snapshot of the target.</summary>
    public required ISnapshot Target { get; init; }

    /// <summary>Compiled profile.</summary>
    public required IProgramMapping Mapping { get; init; }

    /// <summary>Finds partners on the target.</summary>
    public required IPartnerMatcher Matcher { get; init; }

    /// <summary>What is known of earlier applies.</summary>
    public required IIdMap IdMap { get; init; }

    /// <summary>What earlier runs proved of templates, by source template.</summary>
    public IReadOnlyDictionary<string, TemplateProof> Proofs { get; init; } = new Dictionary<string, TemplateProof>();

    /// <summary>Target rail.</summary>
    public required RailDescriptor TargetRail { get; init; }

    /// <summary>Source keys of partners who declined in an earlier run.</summary>
    public IReadOnlySet<string> Declined { get; init; } = new HashSet<string>();

    /// <summary>Source keys of partners whose people were erased.</summary>
    public IReadOnlySet<string> Erased { get; init; } = new HashSet<string>();

    /// <summary>What was allowed in writing that is off otherwise.</summary>
    public AuthoritySet Authorities { get; init; } = AuthoritySet.None;

    /// <summary>Who wants no mail, beside what the source says of its contacts.</summary>
    public OptOutFile OptOut { get; init; } = OptOutFile.None;

    /// <summary>What losses do, by the profile; null when each must be accepted by name.</summary>
    public LossPolicy? OnLoss { get; init; }

    /// <summary>Limits on how much may stay behind.</summary>
    public GateSection? Gates { get; init; }

    /// <summary>Findings of the profile, the overrides and the target program, not tied to one record.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
