using Bridge.Model.Identity;
using Bridge.Model.Links;

namespace Bridge.Engine.Planning;

/// <summary>
/// Chooses the links that prove the form of all others of their kind: the first in key order whose partner is ready on the
/// target, since everybody waits for it; else the first one. Looks no further than it must.
/// </summary>
internal sealed class LinkProofs
{
    private readonly Dictionary<LinkKind, string> chosen = [];

    private LinkProofs()
    {
    }

    /// <summary>Chooses; none when the profile or the target wants calls.</summary>
    public static async Task<LinkProofs> ChooseAsync(PlanState state, CancellationToken cancellationToken)
    {
        var proofs = new LinkProofs();
        var kinds = state.Inputs.ComputeLinks ? state.Inputs.TargetRail.Capabilities.ComputedLinks.ToHashSet() : [];
        if (kinds.Count == 0)
        {
            return proofs;
        }

        var ready = new HashSet<LinkKind>();
        await foreach (var (link, row) in LinkPlanner.ReadAsync(state, cancellationToken))
        {
            if (row is not null || state.FollowPartner(EntityKind.TrackingLink, link.Id.Value, link.Partner.Value) is not null)
            {
                continue;
            }

            var mapped = state.Inputs.Mapping.MapLink(link);
            if (mapped.Value is not { } desired || !state.Moves(EntityKind.TrackingLink, link.Id.Value, mapped) || !kinds.Contains(desired.Kind) || ready.Contains(desired.Kind))
            {
                continue;
            }

            if (state.Partners.Of(link.Partner.Value).ReadyAfter is null)
            {
                ready.Add(desired.Kind);
                proofs.chosen[desired.Kind] = link.Id.Value;
            }
            else
            {
                proofs.chosen.TryAdd(desired.Kind, link.Id.Value);
            }

            if (ready.Count == kinds.Count)
            {
                break;
            }
        }

        return proofs;
    }

    /// <summary>Step that proves the form for a link; null when a call makes the link.</summary>
    public string? For(string link, LinkKind kind) =>
        chosen.TryGetValue(kind, out var proof) && !string.Equals(proof, link, StringComparison.Ordinal) ? StepIds.Of(EntityKind.TrackingLink, proof, "create") : null;
}
