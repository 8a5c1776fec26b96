using Bridge.Engine.Execution;
using Bridge.Engine.Mapping;
using Bridge.Engine.Matching;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Validation;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>What the passes of one planning hand to each other.</summary>
internal sealed class PlanState
{
    public required PlanInputs Inputs { get; init; }

    public required TargetIndex Target { get; init; }

    public required StepOperations Operations { get; init; }

    public required PlanTally Tally { get; init; }

    /// <summary>The mapping of the inputs, each answer checked.</summary>
    public required IProgramMapping Mapping { get; init; }

    /// <summary>The matcher of the inputs, each answer checked.</summary>
    public required IPartnerMatcher Matcher { get; init; }

    /// <summary>Source partner that each target partner was given to.</summary>
    public Dictionary<string, PartnerStanding> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Rules that need to see several records; fed in the first passes.</summary>
    public CrossRecordRules CrossRecord { get; } = new();

    /// <summary>Records that a finding of the snapshot excludes, by entity and key: as many as there are such problems.</summary>
    public HashSet<(EntityKind Entity, string Key)> ExcludedBySnapshot { get; } = [];

    /// <summary>Id map rows of the narrow entities; links are read beside their records instead.</summary>
    public Dictionary<(EntityKind Entity, string Source), IdMapRow> IdMap { get; } = [];

    /// <summary>Where each partner stands, by source key.</summary>
    public PartnerStandings Partners { get; } = new();

    /// <summary>Desired contract of each source template, by template key; one of each.</summary>
    public Dictionary<string, DesiredContract> Desired { get; } = new(StringComparer.Ordinal);

    /// <summary>Templates that partners in scope need, by template key.</summary>
    public SortedDictionary<string, DesiredContract> Templates { get; } = new(KeyOrder.Instance);

    public Dictionary<string, TargetRef> TemplateRefs { get; } = new(StringComparer.Ordinal);

    /// <summary>Contracts on the target with the terms of a source template, by that and by the template they are made from; one of each.</summary>
    public Dictionary<(string Key, string Template), string> EqualContracts { get; } = [];

    /// <summary>Fingerprints of the terms of source templates.</summary>
    public Dictionary<string, string> TermsHashes { get; } = new(StringComparer.Ordinal);

    /// <summary>Who proves each template.</summary>
    public Dictionary<string, CanaryChoice> Canaries { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of groups that partners in scope use.</summary>
    public SortedSet<string> GroupNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Target name of each source group.</summary>
    public Dictionary<string, string> GroupNameById { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TargetRef> DealRefs { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, TargetRef> GroupRefs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Partners on the target that are to join a group, by group name.</summary>
    public SortedDictionary<string, List<TargetRef>> Joins { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Source keys of partners in scope who want no mail and may get none; bounded by the number of them.</summary>
    public HashSet<string> Unsubscribed { get; } = new(StringComparer.Ordinal);

    public IdMapRow? Row(EntityKind entity, string source) => IdMap.GetValueOrDefault((entity, source));

    /// <summary>The line of a record that does not become a step.</summary>
    public static OutcomeLine Outcome(EntityKind entity, string source, Outcome outcome, string reason, string message) => new()
    {
        Entity = entity,
        Source = source,
        Outcome = outcome,
        Reason = reason,
        Message = message,
    };

    /// <summary>Findings of a mapping, then its exclusion when there is one.</summary>
    public IEnumerable<PlanLine> Judge<T>(EntityKind entity, string source, Mapped<T> mapped)
        where T : class
    {
        foreach (var finding in mapped.Findings)
        {
            yield return new FindingLine(finding);
        }

        if (ExcludedBySnapshot.Contains((entity, source)))
        {
            yield return Outcome(entity, source, Planning.Outcome.Blocked, "SourceConflict", "The source says two different things about this record; correct the export.");
        }
        else if (mapped.Exclusion is { } exclusion)
        {
            yield return Outcome(entity, source, exclusion.Outcome, exclusion.Reason, exclusion.Message);
        }
    }

    /// <summary>True when the record becomes a step or stays as it is.</summary>
    public bool Moves<T>(EntityKind entity, string source, Mapped<T> mapped)
        where T : class => mapped.Value is not null && mapped.Exclusion is null && !ExcludedBySnapshot.Contains((entity, source));

    /// <summary>The line of a record whose partner does not move, or null when the partner does.</summary>
    public OutcomeLine? FollowPartner(EntityKind entity, string source, string? partner)
    {
        if (partner is null || Partners.Find(partner) is not { Known: true } standing)
        {
            return Outcome(entity, source, Planning.Outcome.Blocked, "PartnerUnknown", "Its partner is not in the source snapshot.");
        }

        return standing.Excluded switch
        {
            null => null,
            Planning.Outcome.Skipped => Outcome(entity, source, Planning.Outcome.Skipped, "PartnerOutOfScope", "Its partner is out of scope."),
            Planning.Outcome.Manual => Outcome(entity, source, Planning.Outcome.Manual, "PartnerUndecided", "Its partner waits for a decision."),
            _ => Outcome(entity, source, Planning.Outcome.Blocked, "PartnerBlocked", "Its partner cannot move."),
        };
    }
}
