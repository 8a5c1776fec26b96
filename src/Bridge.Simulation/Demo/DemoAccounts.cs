using System.Globalization;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>Builds the accounts, contracts, group memberships and codes of the publishers that are known.</summary>
internal sealed class DemoAccounts(RakutenPack pack, BrandSeed brand, DemoWorldOptions options, DateTimeOffset now)
{
    private const long FirstPartner = 2_200_000;
    private const long FirstNumber = 5_000_000;
    private const int PresentCodes = 2;
    private readonly FakePartners fakes = new(options.Seed, now);
    private readonly List<PartnerAccount> accounts = [];
    private readonly List<Relationship> relationships = [];
    private readonly List<ImpactContract> contracts = [];
    private readonly List<PromoCode> codes = [];
    private readonly List<DemoPartner> known = [];
    private readonly SortedDictionary<int, TemplateVersion> templates = [];
    private readonly SortedDictionary<string, List<long>> members = new(StringComparer.Ordinal);
    private readonly ImpactProgram program = brand.Programs[0];

    public IReadOnlyList<DemoPartner> Known => [.. known.OrderBy(one => one.Sid, StringComparer.Ordinal)];

    public IReadOnlyList<string> Codes => [.. codes.Select(code => code.Code)];

    public void Add(DemoRole role)
    {
        var id = FirstPartner + (accounts.Count * 11);
        var equal = role.Standing == DemoStanding.EqualContract ? Template(role.Leading) : null;
        var standing = role.Standing == DemoStanding.EqualContract && equal is null ? DemoStanding.OtherContract : role.Standing;
        accounts.Add(Account(role, id, standing));
        known.Add(new DemoPartner(role.Publisher.Sid, id, role.Trace, standing));
        if (standing == DemoStanding.Outside)
            return;

        relationships.Add(new Relationship(id, role.Trace == DemoTrace.Value1 ? role.Publisher.Sid : null));
        contracts.Add(standing == DemoStanding.Application ? Applied(id) : Signed(id, equal ?? brand.Templates[0]));
        if (standing != DemoStanding.Application)
        {
            JoinGroup(role.Publisher, id);
            AddCode(role.Publisher, id);
        }
    }

    /// <summary>The platform with all of it.</summary>
    public ImpactSeed Join(ImpactSeed seed)
    {
        var joined = seed.WithBrand(first => first with
        {
            Templates = [.. first.Templates, .. templates.Values],
            Relationships = [.. first.Relationships, .. relationships],
            Contracts = [.. first.Contracts, .. contracts],
            Groups = Groups(first.Groups),
            Codes = [.. first.Codes, .. codes],
        });
        return joined with { Partners = [.. seed.Partners, .. accounts] };
    }

    private PartnerAccount Account(DemoRole role, long id, DemoStanding standing)
    {
        var publisher = role.Publisher;
        var invented = fakes.Create(id, standing == DemoStanding.OtherContract && accounts.Count % 4 == 0 ? "DIRECT" : "MARKETPLACE");
        var website = role.Trace == DemoTrace.Email ? invented.Website : $"http://www.{publisher.Domain}/home";
        var email = role.Trace == DemoTrace.Email ? publisher.Email! : invented.Contacts[0].Email;
        return invented with
        {
            Name = role.Trace == DemoTrace.Email ? invented.Name : publisher.Name,
            Website = website,
            Currency = pack.Options.Currency,
            Properties = [new MediaProperty(invented.Properties[0].Id + 100_000, publisher.Name, "WEBSITE", "WEB", website)],
            Contacts = [invented.Contacts[0] with { Email = email }],
        };
    }

    private TemplateVersion? Template(RakutenOffer? offer)
    {
        if (offer is null)
            return null;
        if (templates.TryGetValue(offer.Goid, out var known))
            return known;

        var terms = options.EqualTerms is { } chosen ? chosen(offer) : DemoTerms.Of(offer, program.EventTypes[0]);
        if (terms is null)
            return null;

        return templates[offer.Goid] = new TemplateVersion(98_500 + templates.Count, 1, terms);
    }

    private ImpactContract Signed(long partner, TemplateVersion template)
    {
        var start = now.AddDays(-40 - (contracts.Count % 300));
        return new ImpactContract
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"S-{FirstNumber + contracts.Count}"),
            ProgramId = program.Id,
            PartnerId = partner,
            Status = "ACTIVE",
            StartDate = start,
            BrandSignatory = brand.Signatory,
            BrandSignatoryDate = start,
            PartnerSignatory = "Partner Signatory",
            PartnerSignatoryDate = start,
            DateCreated = start,
            DateLastUpdated = start,
            Template = template,
        };
    }

    private ImpactContract Applied(long partner) => Signed(partner, brand.Templates[0]) with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"P-{FirstNumber + contracts.Count}"),
        Status = "PENDING",
        Initiator = ContractInitiator.Partner,
        StartDate = now.AddDays(-1),
        BrandSignatory = null,
        BrandSignatoryDate = null,
        DateCreated = now.AddDays(-1),
        DateLastUpdated = now.AddDays(-1),
    };

    /// <summary>Every second group of the pack exists, with every second of the publishers that belong to it.</summary>
    private void JoinGroup(RakutenPublisher publisher, long partner)
    {
        if (publisher.Group is not { } group || StableHash.Pick(options.Seed, $"group/{group.Name}", 2) == 1)
            return;
        if (!members.TryGetValue(group.Name, out var list))
            members[group.Name] = list = [];
        if (StableHash.Pick(options.Seed, $"member/{publisher.Sid}", 2) == 0)
            list.Add(partner);
    }

    private void AddCode(RakutenPublisher publisher, long partner)
    {
        if (codes.Count >= PresentCodes || pack.Codes.FirstOrDefault(one => one.Sid == publisher.Sid && DemoCast.IsClear(pack, one)) is not { } code)
            return;

        codes.Add(new PromoCode
        {
            Id = FirstNumber + codes.Count,
            ProgramId = program.Id,
            PartnerId = partner,
            Code = code.Code,
            CreditPolicy = "WINNER",
            CreatedDate = now.AddDays(-20),
            StartDate = new DateTimeOffset(code.Start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            EndDate = code.End is { } end ? new DateTimeOffset(end.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        });
    }

    private List<PartnerGroup> Groups(IReadOnlyList<PartnerGroup> there)
    {
        var groups = there.ToList();
        foreach (var (name, ids) in members)
        {
            var place = groups.FindIndex(group => group.ProgramId == program.Id && string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase));
            if (place < 0)
                groups.Add(new PartnerGroup(95_000 + groups.Count, program.Id, name, ids));
            else
                groups[place] = groups[place] with { Members = [.. groups[place].Members, .. ids] };
        }

        return groups;
    }
}
