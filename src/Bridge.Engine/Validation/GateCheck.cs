using System.Globalization;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Validation;

/// <summary>The profile's limits on how much of a plan may stay behind: looked at once the totals are known.</summary>
public static class GateCheck
{
    private static readonly FindingDefinition Blocked = new(
        "BRG-GATE-001", "BlockedShareInBounds", Severity.Blocking, "More records are blocked than the profile allows.", "Settle the reasons that the plan lists, or raise gates.maxBlockedShare.");

    private static readonly FindingDefinition Skipped = new(
        "BRG-GATE-002", "SkippedShareInBounds", Severity.Blocking, "More records are out of scope than the profile allows.", "Check the scope, or raise gates.maxSkippedShare.");

    private static readonly FindingDefinition Manual = new(
        "BRG-GATE-003", "ManualShareInBounds", Severity.Blocking, "More records wait for a person than the profile allows.", "Decide what is open, or raise gates.maxManualShare.");

    internal static IReadOnlyList<FindingDefinition> Definitions { get; } = [Blocked, Skipped, Manual];

    /// <summary>A blocking finding for each share above its limit.</summary>
    public static IEnumerable<Finding> Check(GateSection gates, IEnumerable<EntityTotals> totals)
    {
        foreach (var entity in totals.Where(entity => entity.Extracted > 0))
        {
            (FindingDefinition Definition, decimal? Most, long Count)[] shares =
                [(Blocked, gates.MaxBlockedShare, entity.Blocked), (Skipped, gates.MaxSkippedShare, entity.Skipped), (Manual, gates.MaxManualShare, entity.Manual)];
            foreach (var (definition, most, count) in shares)
            {
                if ((decimal)count / entity.Extracted > most)
                {
                    yield return new RuleBreach(
                        EntityNames.Of(entity.Entity),
                        string.Create(CultureInfo.InvariantCulture, $"{count} of {entity.Extracted}"),
                        string.Create(CultureInfo.InvariantCulture, $"The share is {(decimal)count / entity.Extracted:0.0000} and may be {most}."))
                        .ToFinding(definition, entity.Entity, null);
                }
            }
        }
    }
}
