using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Mapping;

/// <summary>Partners: who moves, how they look on the target, and by which way they get in.</summary>
internal sealed class PartnerMapper(MappingDefinition profile, IReadOnlyDictionary<string, string> groupNames, IReadOnlySet<PartnerEntry> withheld)
{
    public DesiredPartner? Map(Partner source, MappingNotes notes)
    {
        if (OutOfScope(source) is { } exclusion)
        {
            notes.Exclude(Outcome.Skipped, exclusion.Reason, exclusion.Message);
            return null;
        }

        var contact = ContactOf(source);
        var desired = new DesiredPartner
        {
            Name = string.Join(' ', source.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Website = Website(source, notes),
            Contact = contact,
            Address = source.Address is { Country: null } address ? address with { Country = profile.Defaults.Country } : source.Address,
            PromotionMethod = PromotionMethod(source, notes),
            Currency = source.Currency ?? profile.Defaults.Currency,
            GroupNames = profile.Partners.Groups.Always,
            References = profile.Partners.References
                .Select(rule => source.Reference(rule.Source) is { Length: > 0 } value ? new ExternalReference(rule.Target, value) : null)
                .OfType<ExternalReference>()
                .ToValueList(),
            Entry = default,
        };
        if (Entry(desired) is { } way)
        {
            notes.Why.Add($"partners.entry: {way.Way}{(way.Needs.Count == 0 ? "" : $" ({string.Join(", ", way.Needs)} known)")}");
            return desired with { Entry = way.Way };
        }

        var missing = profile.Partners.Entry
            .Select(entry => withheld.Contains(entry.Way) ? $"{entry.Way} lacks a recorded authority" : $"{entry.Way} lacks {string.Join(", ", entry.Needs.Where(fact => !Knows(desired, fact)))}");
        notes.Report(MappingFindings.NoWayIn, "entry", null, $"No way in is open: {string.Join("; ", missing)}.");
        return null;
    }

    private Exclusion? OutOfScope(Partner source)
    {
        var scope = profile.Scope;
        var status = source.NativeStatus is { } native && profile.States.Partners.TryGetValue(native, out var named)
            ? named
            : profile.States.Partners.GetValueOrDefault(source.Status.ToString(), source.Status);
        if (!scope.PartnerStatuses.Contains(status))
        {
            return Skip("StatusOutOfScope", $"The partner is {status}{(source.NativeStatus is null ? "" : $" ('{source.NativeStatus}')")}; scope.partners.statuses names the states that move.");
        }

        if (!source.InProgram)
        {
            return Skip("NotInProgram", "The account takes no part in the program.");
        }

        if (scope.ExcludedPartners.Contains(source.Id.Value))
        {
            return Skip("PartnerExcluded", "scope.partners.excludeIds names it.");
        }

        if (scope.ExcludedKinds.Contains(source.Kind))
        {
            return Skip("KindExcluded", $"scope.partners.excludeKinds names {source.Kind}.");
        }

        return GroupsOf(source).FirstOrDefault(scope.ExcludedGroups.Contains) is { } group
            ? Skip("GroupExcluded", $"scope.partners.excludeGroups names '{group}'.")
            : null;
    }

    private static Exclusion Skip(string reason, string message) => new(Outcome.Skipped, reason, message);

    /// <summary>Ids of a partner's groups, and their names where they are known.</summary>
    private IEnumerable<string> GroupsOf(Partner source) =>
        source.Groups.SelectMany(group => groupNames.TryGetValue(group.Value, out var name) ? [name, group.Value] : new[] { group.Value });

    private static Contact? ContactOf(Partner source)
    {
        var primary = source.Contacts.FirstOrDefault(contact => contact.IsPrimary) ?? (source.Contacts.Count > 0 ? source.Contacts[0] : null);
        return primary is { Email: null }
            ? source.Contacts.FirstOrDefault(contact => contact.Email is not null) ?? primary
            : primary;
    }

    private string? Website(Partner source, MappingNotes notes)
    {
        if (source.WebProperties.Count == 0 || source.WebProperties[0].Url.Trim() is not { Length: > 0 } url)
        {
            return null;
        }

        if (url.Contains("://", StringComparison.Ordinal))
        {
            return url;
        }

        var repaired = $"{profile.Partners.WebsiteScheme}://{url.TrimStart('/')}";
        notes.Report(MappingFindings.WebsiteSchemeAdded, "webProperties[0].url", url, $"It becomes '{repaired}'.");
        return repaired;
    }

    private string? PromotionMethod(Partner source, MappingNotes notes)
    {
        var rules = profile.Partners.PromotionMethod;
        foreach (var word in source.PromotionMethods)
        {
            if (rules.Words.TryGetValue(word.Trim(), out var method))
            {
                return method;
            }
        }

        if (source.PromotionMethods.Count > 0)
        {
            notes.Lose(LossCodes.PromotionMethodUnmapped, Fidelity.Degraded, "promotionMethods", $"partners.promotionMethod.words does not name '{source.PromotionMethods[0]}'.");
        }

        foreach (var group in GroupsOf(source))
        {
            if (rules.Groups.TryGetValue(group, out var method))
            {
                return method;
            }
        }

        return rules.Kinds.GetValueOrDefault(source.Kind) ?? rules.Default;
    }

    private EntryWay? Entry(DesiredPartner desired)
    {
        foreach (var way in profile.Partners.Entry)
        {
            if (!withheld.Contains(way.Way) && way.Needs.All(fact => Knows(desired, fact)))
            {
                return way;
            }
        }

        return null;
    }

    private static bool Knows(DesiredPartner desired, PartnerFact fact) => fact switch
    {
        PartnerFact.Email => desired.Contact?.Email is not null,
        PartnerFact.ContactName => desired.Contact is { FirstName: not null, LastName: not null },
        PartnerFact.Phone => desired.Contact is { Phone: not null, PhoneCountry: not null },
        PartnerFact.Address => desired.Address is { Line1: not null, City: not null, PostalCode: not null, Country: not null },
        PartnerFact.Website => desired.Website is not null,
        PartnerFact.PromotionMethod => desired.PromotionMethod is not null,
        PartnerFact.Currency => desired.Currency is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Not a fact."),
    };
}
