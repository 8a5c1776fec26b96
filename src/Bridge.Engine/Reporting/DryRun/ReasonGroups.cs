using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Outcomes with a reason, gathered by it; what blocks comes first. Grows with the number of reasons, not of records.</summary>
/// <param name="limits">How many examples are kept.</param>
internal sealed class ReasonGroups(ReportLimits limits)
{
    private readonly Dictionary<(EntityKind Entity, Outcome Outcome, string Reason), (string Message, Examples Examples)> groups = [];

    /// <summary>The records that are kept as examples.</summary>
    public IEnumerable<RecordName> Named => groups.Values.SelectMany(group => group.Examples.First);

    public static RecordName NameOf(OutcomeLine outcome) => new()
    {
        Entity = outcome.Entity,
        Key = outcome.Source,
        Label = outcome.Label,
        Partner = outcome.Entity == EntityKind.Partner ? null : outcome.Partner,
    };

    /// <summary>Adds a record under the reason of its outcome.</summary>
    public void Add(EntityKind entity, Outcome outcome, string reason, string? message, Func<RecordName> name)
    {
        var key = (entity, outcome, reason);
        if (!groups.TryGetValue(key, out var group))
        {
            groups[key] = group = (message ?? "", new Examples(limits.Examples));
        }

        group.Examples.Add(name);
    }

    public ValueList<ReasonGroup> All(PartnerNames names) => groups
        .OrderByDescending(group => group.Key.Outcome is Outcome.Blocked ? 2 : group.Key.Outcome is Outcome.Manual ? 1 : 0)
        .ThenByDescending(group => group.Value.Examples.Count)
        .ThenBy(group => group.Key.Entity)
        .ThenBy(group => group.Key.Reason, StringComparer.Ordinal)
        .Select(group => new ReasonGroup
        {
            Entity = group.Key.Entity,
            Outcome = group.Key.Outcome,
            Reason = group.Key.Reason,
            Message = group.Value.Message,
            Count = group.Value.Examples.Count,
            Examples = group.Value.Examples.Named(names),
        })
        .ToValueList();
}
