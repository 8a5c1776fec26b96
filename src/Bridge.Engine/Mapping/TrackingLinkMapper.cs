using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Mapping;

/// <summary>Tracking links: which kinds move as what, destinations, and sub-ids by the target's names.</summary>
internal sealed class TrackingLinkMapper(MappingDefinition profile, RailCapabilities target)
{
    private readonly DestinationRewriter destinations = new(profile.Links);

    public DesiredLink? Map(TrackingLink source, MappingNotes notes)
    {
        var rules = profile.Links;
        var status = profile.States.Links.GetValueOrDefault(source.Status.ToString(), source.Status);
        if (!profile.Scope.LinkStatuses.Contains(status))
        {
            notes.Exclude(Outcome.Skipped, status == LinkStatus.Expired ? "LinkExpired" : "StatusOutOfScope", $"The link is {status}; scope.links.statuses names the states that move.");
            return null;
        }

        var treatment = rules.Kinds.GetValueOrDefault(source.Kind, LinkTreatment.Skip);
        if (treatment == LinkTreatment.Skip)
        {
            notes.Exclude(Outcome.Skipped, "LinkKindOutOfScope", $"links.kinds does not move links of kind {source.Kind}.");
            return null;
        }

        if (source.TrackingUrl is null && string.IsNullOrWhiteSpace(source.Destination))
        {
            notes.Exclude(Outcome.Manual, "LinkUrlUnknown", "Orders or an id say that there is such a link, but nobody knows its URL or where it leads. Ask the partner, or supply pages that carry it.");
            return null;
        }

        var known = !string.IsNullOrWhiteSpace(source.Destination);
        var destination = known ? destinations.Rewrite(rules.Macros.Translate(source.Destination!), notes) : null;
        if (known && destination is null)
        {
            return null;
        }

        notes.Why.Insert(0, $"links.kinds: {source.Kind} becomes {treatment}");
        if (source.Kind is LinkKind.Text or LinkKind.Banner)
        {
            notes.Lose(LossCodes.CreativeReplaced, source.Kind == LinkKind.Text ? Fidelity.Equivalent : Fidelity.Degraded, "creativeId", "The creative stays behind; the link leads to its landing page.");
        }

        return treatment switch
        {
            LinkTreatment.Regular => Regular(source, destination, notes),
            LinkTreatment.Vanity => new DesiredLink { Kind = LinkKind.Vanity, Destination = destination, VanityPath = source.VanityPath, SubIds = SubIds(source, notes) },
            _ => Deep(source, destination, notes),
        };
    }

    private DesiredLink Regular(TrackingLink source, string? destination, MappingNotes notes)
    {
        if (destination is not null)
        {
            notes.Lose(LossCodes.DestinationDropped, Fidelity.Degraded, "destination", "links.kinds makes it a link to the program's default page.");
        }

        return new DesiredLink { Kind = LinkKind.Regular, SubIds = SubIds(source, notes) };
    }

    private DesiredLink? Deep(TrackingLink source, string? destination, MappingNotes notes)
    {
        if (destination is not null)
        {
            return new DesiredLink { Kind = LinkKind.Deep, Destination = destination, SubIds = SubIds(source, notes) };
        }

        if (profile.Links.WithoutDestination == MissingDestination.Block)
        {
            notes.Report(MappingFindings.DestinationMissing, "destination", null, "The source does not say where the link leads.");
            return null;
        }

        notes.Lose(LossCodes.DestinationUnknown, Fidelity.Degraded, "destination", "The source does not say where the link leads; it leads to the program's default page.");
        return new DesiredLink { Kind = LinkKind.Regular, SubIds = SubIds(source, notes) };
    }

    private ValueList<SubId> SubIds(TrackingLink source, MappingNotes notes)
    {
        if (source.SubIds.Count == 0)
        {
            return [];
        }

        var rules = profile.Links.SubIds;
        var mapped = new List<SubId>();
        foreach (var subId in source.SubIds)
        {
            if (rules.Ignore.TryGetValue(subId.Name, out var ignored) && ignored.Contains(subId.Value))
            {
                continue;
            }

            var value = profile.Links.Macros.Translate(subId.Value);

            if (!rules.Names.TryGetValue(subId.Name, out var name) || mapped.Exists(other => other.Name == name))
            {
                notes.Lose(LossCodes.SubIdDropped, Fidelity.Dropped, $"subIds.{subId.Name}", $"links.subIds.names gives '{subId.Name}' no place on the target.");
                continue;
            }

            if (Fitted(subId with { Value = value }, name, notes) is { } fitted)
            {
                mapped.Add(fitted);
            }
        }

        var order = target.SubIdNames;
        return mapped.OrderBy(subId => IndexOf(order, subId.Name)).ToValueList();
    }

    private SubId? Fitted(SubId subId, string name, MappingNotes notes)
    {
        if (target.SubIdMaxLength is not { } most || subId.Value.Length <= most || profile.Links.SubIds.TooLong == LongSubId.Block)
        {
            return new SubId(name, subId.Value);
        }

        if (profile.Links.SubIds.TooLong == LongSubId.Drop)
        {
            notes.Lose(LossCodes.SubIdDropped, Fidelity.Dropped, $"subIds.{subId.Name}", $"It has {subId.Value.Length} characters and the target holds {most}.");
            return null;
        }

        var length = char.IsHighSurrogate(subId.Value[most - 1]) ? most - 1 : most;
        notes.Lose(LossCodes.SubIdTruncated, Fidelity.Degraded, $"subIds.{subId.Name}", $"It has {subId.Value.Length} characters and the target holds {most}.");
        return new SubId(name, subId.Value[..length]);
    }

    private static int IndexOf(ValueList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (string.Equals(names[index], name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return names.Count;
    }
}
