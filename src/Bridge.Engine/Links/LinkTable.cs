using System.Runtime.CompilerServices;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Validation;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Records;

namespace Bridge.Engine.Links;

/// <summary>
/// The old-to-new table of a migration: every link of the source with what stands in its place. Plan, snapshot and id map are
/// read side by side in key order, so a million links need no table; held are the names and target ids of partners and the
/// orders by link (<see cref="LinkCoverage"/>).
/// </summary>
/// <param name="source">What it is made from.</param>
public sealed class LinkTable(LinkTableSource source)
{
    private readonly PermittedHosts hosts = new(source.Target.PermittedHosts);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);

    /// <summary>Sums of the rows read; complete when all rows were.</summary>
    public LinkTableTotals Totals { get; private set; } = new();

    /// <summary>The rows in the order of link ids, all or those of one partner.</summary>
    /// <param name="partner">Source id of a partner; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConservationException">Plan and snapshot do not hold the same links, or a sum does not balance.</exception>
    public async IAsyncEnumerable<LinkTableRow> ReadAsync(string? partner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var coverage = await LinkCoverage.ReadAsync(source.Snapshot, cancellationToken);
        Totals = new LinkTableTotals { Program = coverage.IsKnown ? coverage.Program : null };
        await foreach (var row in source.ReadIdMap(EntityKind.Partner, cancellationToken))
        {
            targets[row.Source] = row.Target;
        }

        await using var links = source.Snapshot.ReadAsync(RecordCodecs.TrackingLink, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var rows = source.ReadIdMap(EntityKind.TrackingLink, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var moreRows = await rows.MoveNextAsync();
        await foreach (var line in new RunAccount(source.Plan, source.FindStep).LinesAsync(cancellationToken))
        {
            if (line.Outcome is not { } outcome)
            {
                continue;
            }

            if (outcome.Entity == EntityKind.Partner)
            {
                Note(line, outcome);
            }

            if (outcome.Entity != EntityKind.TrackingLink)
            {
                continue;
            }

            var link = await NextAsync(links, outcome.Source);
            while (moreRows && KeyOrder.Instance.Compare(rows.Current.Source, outcome.Source) < 0)
            {
                moreRows = await rows.MoveNextAsync();
            }

            var known = moreRows && string.Equals(rows.Current.Source, outcome.Source, StringComparison.Ordinal) ? rows.Current : null;
            var orders = coverage.IsKnown ? coverage.Take(link) : null;
            if (partner is null || string.Equals(link.Partner.Value, partner, StringComparison.Ordinal))
            {
                var row = Row(link, line, outcome, known) with { Orders = orders, Share = orders is { Orders: > 0 } ? orders.Of(coverage.Program) : null };
                Totals.Count(row);
                yield return row;
            }
        }

        if (await links.MoveNextAsync())
        {
            throw new ConservationException($"{EntityNames.Of(EntityKind.TrackingLink)} '{links.Current.Record.Id}' is in the snapshot and not in the plan.");
        }

        if (partner is null)
        {
            Totals.Close(source.Plan.Totals.Entities.FirstOrDefault(entity => entity.Entity == EntityKind.TrackingLink)?.Extracted ?? 0, coverage);
        }
    }

    private static async Task<TrackingLink> NextAsync(IAsyncEnumerator<SnapshotRecord<TrackingLink>> links, string key) =>
        await links.MoveNextAsync() && string.Equals(links.Current.Record.Id.Value, key, StringComparison.Ordinal)
            ? links.Current.Record
            : throw new ConservationException($"{EntityNames.Of(EntityKind.TrackingLink)} '{key}' is in the plan and not in its place in the snapshot.");

    private void Note(RunLine line, RecordOutcome outcome)
    {
        var label = line.Step?.Label ?? (line.Line as OutcomeLine)?.Label;
        if (label is not null)
        {
            names[outcome.Source] = label;
        }

        if (outcome.TargetId is { } target)
        {
            targets.TryAdd(outcome.Source, target);
        }
    }

    private LinkTableRow Row(TrackingLink link, RunLine line, RecordOutcome outcome, IdMapRow? known)
    {
        var draft = (line.Step as CreateLink)?.Draft;
        var (state, reason, note) = StateOf(line, outcome, known);
        var url = state == LinkState.Made ? known?.Target ?? outcome.TargetId : null;
        var computed = known is not null && ComputedLink.Is(known);
        var destination = draft is null ? link.Destination : draft.Destination;
        return new LinkTableRow
        {
            Old = link,
            PartnerName = names.GetValueOrDefault(link.Partner.Value),
            TargetPartner = targets.GetValueOrDefault(link.Partner.Value),
            State = state,
            Reason = reason,
            Note = note,
            NewUrl = url,
            NewUrlEvidence = url is null ? NewUrlEvidence.None : computed ? NewUrlEvidence.Computed : NewUrlEvidence.Receipt,
            Verification = url is null || computed ? LinkVerification.None : source.TargetListsLinks ? LinkVerification.Probe : LinkVerification.Receipt,
            NewDestination = draft?.Destination,
            HostPermitted = Mapping.WebAddress.Read(destination ?? "") is { } address ? hosts.Allows(address.Host) : null,
            NewSubIds = draft?.SubIds ?? [],
        };
    }

    /// <summary>The id map has the last word about what is there: a rollback takes rows out of it.</summary>
    private static (LinkState State, string? Reason, string? Note) StateOf(RunLine line, RecordOutcome outcome, IdMapRow? known)
    {
        if (line.Step is null)
        {
            return outcome.Outcome == Outcome.Unchanged ? (LinkState.Made, null, null) : (LinkState.NotMoved, outcome.Reason, outcome.Message);
        }

        if (line.Step is AdoptObject)
        {
            return (LinkState.Made, null, null);
        }

        return line.Row?.State switch
        {
            null when outcome.Reason == "AwaitsEarlierStep" => (LinkState.Waiting, outcome.Reason, outcome.Message),
            null or StepState.NotApplied => (LinkState.Planned, null, null),
            StepState.Waiting => (LinkState.Waiting, outcome.Reason, outcome.Message),
            StepState.Intended or StepState.Unknown or StepState.NeedsHuman => (LinkState.InDoubt, outcome.Reason, outcome.Message),
            StepState.Applied or StepState.Adopted when known is not null => (LinkState.Made, null, null),
            StepState.Applied or StepState.Adopted => (LinkState.NotMoved, "RolledBack", "It was made and taken back."),
            _ => (LinkState.NotMoved, outcome.Reason, outcome.Message),
        };
    }
}
