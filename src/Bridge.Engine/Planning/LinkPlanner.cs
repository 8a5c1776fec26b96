using System.Runtime.CompilerServices;
using Bridge.Engine.Execution;
using Bridge.Engine.Mapping;
using Bridge.Engine.Snapshots;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>
/// Plans tracking links. Where the target cannot list links, the id map alone knows them: it is read beside the records, both
/// in <see cref="KeyOrder"/>, so that a million links need no table.
/// </summary>
internal static class LinkPlanner
{
    public static async IAsyncEnumerable<PlanLine> PlanAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var proofs = await LinkProofs.ChooseAsync(state, cancellationToken);
        await foreach (var (link, row) in ReadAsync(state, cancellationToken))
        {
            var key = link.Id.Value;
            state.Tally.TakeUp(EntityKind.TrackingLink, key);
            if (state.FollowPartner(EntityKind.TrackingLink, key, link.Partner.Value) is { } follows)
            {
                yield return follows.About(link);
                continue;
            }

            var mapped = state.Mapping.MapLink(link);
            foreach (var line in state.Judge(EntityKind.TrackingLink, key, mapped))
            {
                yield return line.About(link);
            }

            if (state.Moves(EntityKind.TrackingLink, key, mapped))
            {
                yield return PlanLink(state, link, mapped, row, proofs).About(link);
            }
        }
    }

    /// <summary>Every link of the source with its row of the id map, which is null when no run has made it.</summary>
    internal static async IAsyncEnumerable<(TrackingLink Link, IdMapRow? Row)> ReadAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = state.Inputs.IdMap.ReadAsync(EntityKind.TrackingLink, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await rows.MoveNextAsync();
        await foreach (var (link, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.TrackingLink, cancellationToken))
        {
            while (more && KeyOrder.Instance.Compare(rows.Current.Source, link.Id.Value) < 0)
            {
                more = await NextAsync(rows);
            }

            yield return (link, more && string.Equals(rows.Current.Source, link.Id.Value, StringComparison.Ordinal) ? rows.Current : null);
        }
    }

    /// <summary>The next row. One that comes too early would be passed over, and its link made a second time.</summary>
    private static async Task<bool> NextAsync(IAsyncEnumerator<IdMapRow> rows)
    {
        var before = rows.Current.Source;
        var more = await rows.MoveNextAsync();
        return !more || KeyOrder.Instance.Compare(before, rows.Current.Source) < 0
            ? more
            : throw new ConservationException($"links '{rows.Current.Source}' comes after '{before}' in the id map: it is there twice or in the wrong place.");
    }

    private static PlanLine PlanLink(PlanState state, TrackingLink link, Mapped<DesiredLink> mapped, IdMapRow? row, LinkProofs proofs)
    {
        var key = link.Id.Value;
        var standing = state.Partners.Of(link.Partner.Value);
        var desired = mapped.Value!;
        var draft = new TrackingLinkDraft
        {
            Partner = standing.Target!.Value,
            Kind = desired.Kind,
            Destination = desired.Destination,
            VanityPath = desired.VanityPath,
            SubIds = desired.SubIds,
        };

        // The owner's id on the target may not be known yet; the owner on the source always is.
        var fingerprint = DraftHash.Of(draft with { Partner = TargetRef.Known(link.Partner.Value) }, PlanJson.Default.TrackingLinkDraft);
        var same = row is not null && string.Equals(ComputedLink.DraftOf(row), fingerprint, StringComparison.Ordinal);
        if (same && !row!.Kept)
        {
            return new OutcomeLine { Entity = EntityKind.TrackingLink, Source = key, Outcome = Outcome.Unchanged, TargetId = row.Target, Computed = ComputedLink.Is(row) ? true : null };
        }

        if (same)
        {
            return new StepLine(Adoption.Of(EntityKind.TrackingLink, key, row!.Target, "an earlier run made this link", fingerprint) with { Losses = mapped.Losses });
        }

        var proof = proofs.For(key, draft.Kind);
        var step = new CreateLink
        {
            Id = StepIds.Of(EntityKind.TrackingLink, key, "create"),
            Entity = EntityKind.TrackingLink,
            Source = key,
            Counts = row is null ? Outcome.Created : Outcome.Updated,
            Channel = proof is null ? StepChannel.Api : StepChannel.None,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            DependsOn = new[] { standing.ReadyAfter, proof }.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            Losses = mapped.Losses,
            Why = mapped.Why,
            Fingerprint = fingerprint,
            Replaces = link.TrackingUrl,
            Draft = draft,
            Proof = proof,
        };
        return new StepLine(proof is null ? state.Operations.Declare(step, WriteVerb.Create) : step with { Inverse = "forget the URL; nothing was sent for it" });
    }
}
