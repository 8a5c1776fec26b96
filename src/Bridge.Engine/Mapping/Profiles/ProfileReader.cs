using Bridge.Engine.Yaml;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>Reads a profile's keys. Every key that is asked for here is in the JSON schema for editors, and no other: a test compares them.</summary>
internal static class ProfileReader
{
    private static readonly string[] Schemes = ["https", "http"];

    /// <summary>Reads everything; what is missing or wrong becomes a finding and a default, so that all problems show at once.</summary>
    public static MappingDefinition Read(NodeReader root)
    {
        var definition = new MappingDefinition
        {
            Identity = Identity(root.Section("profile")),
            Scope = Scope(root.Section("scope")),
            States = States(root.Section("states")),
            Match = Match(root.Section("match")),
            Partners = Partners(root.Section("partners")),
            Contracts = ContractSectionReader.Read(root.Section("contracts")),
            Links = Links(root.Section("links")),
            PromoCodes = PromoCodes(root.Section("promoCodes")),
            Defaults = Defaults(root.Section("currencies"), root.Section("defaults")),
            OnLoss = OnLoss(root.Section("onLoss")),
            Gates = Gates(root.Section("gates")),
        };
        root.ReportUnknown();
        return definition;
    }

    private static ProfileIdentity Identity(NodeReader section) => new()
    {
        Name = section.RequiredText("name"),
        From = section.RequiredText("from"),
        To = section.RequiredText("to"),
        Version = section.OptionalWholeNumber("version", 1, 1_000_000) ?? 1,
    };

    private static ScopeSection Scope(NodeReader section)
    {
        var partners = section.Section("partners");
        var contracts = section.Section("contracts");
        var links = section.Section("links");
        var codes = section.Section("promoCodes");
        return new ScopeSection
        {
            PartnerStatuses = (partners.OptionalChoices<PartnerStatus>("statuses") ?? [PartnerStatus.Active]).ToHashSet(),
            ExcludedKinds = (partners.OptionalChoices<PartnerKind>("excludeKinds") ?? []).ToHashSet(),
            ExcludedGroups = Set(partners, "excludeGroups", StringComparer.OrdinalIgnoreCase),
            ExcludedPartners = Set(partners, "excludeIds", StringComparer.Ordinal),
            ContractStatuses = (contracts.OptionalChoices<ContractStatus>("statuses") ?? [ContractStatus.Active]).ToHashSet(),
            ExcludedTemplates = Set(contracts, "excludeTemplates", StringComparer.Ordinal),
            LinkStatuses = (links.OptionalChoices<LinkStatus>("statuses") ?? [LinkStatus.Active]).ToHashSet(),
            PromoCodeStatuses = (codes.OptionalChoices<PromoCodeStatus>("statuses") ?? [PromoCodeStatus.Active]).ToHashSet(),
        };
    }

    private static StateSection States(NodeReader section) => new()
    {
        Partners = Words<PartnerStatus>(section, "partners"),
        Contracts = Words<ContractStatus>(section, "contracts"),
        Links = Words<LinkStatus>(section, "links"),
        PromoCodes = Words<PromoCodeStatus>(section, "promoCodes"),
    };

    private static MatchSection Match(NodeReader section) => new()
    {
        Strategies = section.Sections("strategies").Select(Strategy).OfType<MatchStrategy>().ToValueList(),
        SharedDomains = Set(section, "sharedDomains", StringComparer.OrdinalIgnoreCase),
    };

    private static PartnerSection Partners(NodeReader section)
    {
        var groups = section.Section("groups");
        var method = section.Section("promotionMethod");
        return new PartnerSection
        {
            WebsiteScheme = section.OptionalChoice("websiteScheme", Schemes) ?? Schemes[0],
            References = section.Sections("references")
                .Select(item => new ReferenceRule(item.RequiredText("target"), item.RequiredText("source")))
                .ToValueList(),
            Groups = new GroupSection
            {
                Names = Map(groups, "names", StringComparer.OrdinalIgnoreCase),
                Prefix = groups.OptionalText("prefix") ?? "",
                Skip = Set(groups, "skip", StringComparer.OrdinalIgnoreCase),
                Always = (groups.OptionalTexts("always") ?? []).ToValueList(),
            },
            PromotionMethod = new PromotionMethodSection
            {
                Words = Map(method, "words", StringComparer.OrdinalIgnoreCase),
                Groups = Map(method, "groups", StringComparer.OrdinalIgnoreCase),
                Kinds = Kinds(method),
                Default = method.OptionalText("default"),
            },
            Entry = section.Sections("entry").Select(Entry).OfType<EntryWay>().ToValueList(),
        };
    }

    private static MatchStrategy? Strategy(NodeReader item)
    {
        var by = item.RequiredChoice<MatchWay>("by");
        var source = item.OptionalText("source");
        var target = item.OptionalText("target");
        return by is { } way ? new MatchStrategy(way, source, target) : null;
    }

    private static EntryWay? Entry(NodeReader item)
    {
        var way = item.RequiredChoice<EntryWord>("way");
        var needs = item.OptionalChoices<PartnerFact>("needs") ?? [];
        return way is { } word ? new EntryWay(ContractSectionReader.Entry(word), needs.ToValueList()) : null;
    }

    private static Dictionary<PartnerKind, string> Kinds(NodeReader method)
    {
        var kinds = new Dictionary<PartnerKind, string>();
        var section = method.Section("kinds");
        foreach (var kind in Enum.GetValues<PartnerKind>())
        {
            if (section.OptionalText(NodeReader.Word(kind)) is { } word)
            {
                kinds[kind] = word;
            }
        }

        return kinds;
    }

    private static LinkSection Links(NodeReader section)
    {
        var kinds = section.Section("kinds");
        var subIds = section.Section("subIds");
        var treatments = new Dictionary<LinkKind, LinkTreatment>();
        foreach (var kind in Enum.GetValues<LinkKind>())
        {
            if (kinds.OptionalChoice<LinkTreatment>(NodeReader.Word(kind)) is { } treatment)
            {
                treatments[kind] = treatment;
            }
        }

        return new LinkSection
        {
            Kinds = treatments,
            Scheme = section.OptionalChoice("scheme", Schemes) ?? Schemes[0],
            WithoutDestination = section.OptionalChoice<MissingDestination>("withoutDestination") ?? MissingDestination.Block,
            Hosts = section.TextMap("hosts").GroupBy(entry => entry.Key.ToLowerInvariant(), StringComparer.Ordinal)
                .ToDictionary(entry => entry.Key, entry => entry.First().Value.ToLowerInvariant(), StringComparer.Ordinal),
            DropParameters = Set(section, "dropParameters", StringComparer.OrdinalIgnoreCase),
            NewUrls = section.OptionalChoice<NewUrlWay>("newUrls") ?? NewUrlWay.Api,
            Macros = new MacroTable(Map(section, "macros", StringComparer.Ordinal)),
            SubIds = new SubIdSection
            {
                Names = Map(subIds, "names", StringComparer.Ordinal),
                Ignore = subIds.TextsMap("ignore").ToDictionary(
                    entry => entry.Key, entry => (IReadOnlySet<string>)entry.Values.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal),
                TooLong = subIds.OptionalChoice<LongSubId>("tooLong") ?? LongSubId.Block,
            },
        };
    }

    private static PromoCodeSection PromoCodes(NodeReader section) => new()
    {
        CreditPolicy = section.RequiredText("creditPolicy"),
        DealName = section.OptionalText("dealName"),
        WithoutOwner = section.OptionalChoice<OwnerlessCode>("withoutOwner") ?? OwnerlessCode.Manual,
        AskedOf = section.OptionalText("askedOf") ?? "the brand",
        MaxLength = section.OptionalWholeNumber("maxLength", 1, 1000) ?? 255,
    };

    private static DefaultSection Defaults(NodeReader currencies, NodeReader section)
    {
        Currency? currency = null;
        if (currencies.OptionalText("default") is { } code)
        {
            if (Currency.TryParse(code, out var parsed))
            {
                currency = parsed;
            }
            else
            {
                currencies.Problem("default", YamlFindings.WrongFormCode, code, "'currencies.default' must be an ISO 4217 code.", "Write three letters, for example USD.");
            }
        }

        var country = section.OptionalText("country");
        if (country is not null && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            section.Problem("country", YamlFindings.WrongFormCode, country, "'defaults.country' must be an ISO 3166 code of two capital letters.", "Write for example US.");
        }

        return new DefaultSection { Currency = currency, Country = country };
    }

    private static LossPolicy OnLoss(NodeReader section)
    {
        var byCode = new Dictionary<string, LossAction>(StringComparer.Ordinal);
        foreach (var code in LossCodes.Meanings.Keys)
        {
            if (section.OptionalChoice<LossAction>(code) is { } action)
            {
                byCode[code] = action;
            }
        }

        return new LossPolicy(section.OptionalChoice<LossAction>("default") ?? LossAction.RequireApproval, byCode);
    }

    private static GateSection Gates(NodeReader section) => new()
    {
        MaxBlockedShare = section.OptionalNumber("maxBlockedShare", 0, 1),
        MaxSkippedShare = section.OptionalNumber("maxSkippedShare", 0, 1),
        MaxManualShare = section.OptionalNumber("maxManualShare", 0, 1),
    };

    private static HashSet<string> Set(NodeReader section, string key, StringComparer comparer) =>
        (section.OptionalTexts(key) ?? []).ToHashSet(comparer);

    private static Dictionary<string, string> Map(NodeReader section, string key, StringComparer comparer)
    {
        var map = new Dictionary<string, string>(comparer);
        foreach (var entry in section.TextMap(key))
        {
            if (!map.TryAdd(entry.Key, entry.Value))
            {
                section.Problem(key, YamlFindings.DuplicateKeyCode, entry.Key, $"'{section.Path}.{key}' names '{entry.Key}' twice; letter case does not count.", "Keep one of the two.");
            }
        }

        return map;
    }

    private static Dictionary<string, TEnum> Words<TEnum>(NodeReader section, string key)
        where TEnum : struct, Enum
    {
        var words = new Dictionary<string, TEnum>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.ChoiceMap<TEnum>(key))
        {
            words[entry.Key] = Enum.Parse<TEnum>(entry.Value, ignoreCase: true);
        }

        return words;
    }
}
