using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Mapping;
using Bridge.Engine.Planning;
using Bridge.Engine.Snapshots;

namespace Bridge.Engine.Migrations;

/// <summary>Tells whether the inputs of a plan are still what they were, and which are not.</summary>
/// <param name="host">Host.</param>
/// <param name="snapshots">Snapshots.</param>
internal sealed class StalePlanCheck(MigrationHost host, SnapshotStore snapshots)
{
    /// <exception cref="ApprovalRefusedException">The plan is stale; the message names each input that changed.</exception>
    public async Task CheckAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        await CompareSnapshotAsync(changed, "the source (a newer snapshot differs)", SnapshotSide.Source, header.SourceSnapshot, cancellationToken);
        await CompareSnapshotAsync(changed, "the target (a newer snapshot differs)", SnapshotSide.Target, header.TargetSnapshot, cancellationToken);
        Compare(changed, "the mapping profile", header.Profile, ProgramMapping.HashOf(ProfileFiles.Load(host, [])));
        Compare(changed, "the overrides file", header.Overrides, PlanInputsReader.HashOfOverrides(host));
        Compare(changed, "answers to tasks", header.Decisions, await StateHashes.OfDecisionsAsync(host.Runs, cancellationToken));
        Compare(changed, "the id map", header.IdMap, await StateHashes.OfIdMapAsync(host.Runs, cancellationToken));
        if (changed.Count > 0)
        {
            throw new ApprovalRefusedException(
                ApprovalRefusal.Stale,
                $"Since the plan was made, {string.Join(" and ", changed)} changed. Nothing was sent. Run 'bridge plan' again, look at what is different, and have it approved.");
        }
    }

    private static void Compare(List<string> changed, string what, string? planned, string? now)
    {
        if (!string.Equals(planned, now, StringComparison.Ordinal))
        {
            changed.Add(what);
        }
    }

    private async Task CompareSnapshotAsync(List<string> changed, string what, SnapshotSide side, string? planned, CancellationToken cancellationToken)
    {
        var newest = await snapshots.FindNewestAsync(side, cancellationToken);
        Compare(changed, what, planned, newest?.Manifest.Hash);
    }
}
