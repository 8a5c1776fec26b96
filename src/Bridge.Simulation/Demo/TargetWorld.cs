using System.Globalization;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>A program of any size that already holds a share of a pack, for benchmarks. Half of the accounts carry the SID.</summary>
public static class TargetWorld
{
    /// <summary>The platform, held in memory: about two kilobytes for each partner.</summary>
    /// <param name="options">Options of the pack.</param>
    /// <param name="share">Share of the pack's publishers that are there.</param>
    /// <param name="now">What the platform's clock shows.</param>
    public static ImpactSeed Create(RakutenPackOptions options, decimal share, DateTimeOffset now)
    {
        var seed = DemoProgram.For(LivedInSeed.Create(options.Seed, now), options);
        var program = seed.Brand.Programs[0];
        var template = seed.Brand.Templates[0];
        var partners = new List<PartnerAccount>();
        var relationships = new List<Relationship>();
        var contracts = new List<ImpactContract>();
        var groups = new SortedDictionary<string, List<long>>(StringComparer.OrdinalIgnoreCase);
        foreach (var publisher in RakutenPack.TargetPartners(options, share))
        {
            var id = 3_000_000L + partners.Count;
            partners.Add(Account(publisher, id, now));
            relationships.Add(new Relationship(id, partners.Count % 2 == 0 ? publisher.Sid : null));
            contracts.Add(Contract(id, program.Id, template, now));
            if (publisher.Group is not { } group)
                continue;
            if (!groups.TryGetValue(group, out var members))
                groups[group] = members = [];
            members.Add(id);
        }

        var filled = seed.WithBrand(brand => brand with
        {
            Relationships = [.. brand.Relationships, .. relationships],
            Contracts = [.. brand.Contracts, .. contracts],
            Groups = [.. brand.Groups.Where(group => !groups.ContainsKey(group.Name)), .. groups.Select((pair, place) => new PartnerGroup(95_000 + place, program.Id, pair.Key, pair.Value))],
        });
        return filled with { Partners = [.. seed.Partners, .. partners] };
    }

    private static PartnerAccount Account(RakutenTargetPartner publisher, long id, DateTimeOffset now) => new()
    {
        Id = id,
        Name = publisher.Name,
        Website = publisher.Url,
        Address = new PostalAddress("US"),
        Contacts = publisher.Email is null ? [] : [new PartnerContact("Partner", "Contact", publisher.Email, IsPrimary: true)],
        DateCreated = now.AddDays(-100).AddSeconds(id - 3_000_000),
        DateLastUpdated = now.AddDays(-50),
    };

    private static ImpactContract Contract(long partner, long programId, TemplateVersion template, DateTimeOffset now) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"S-{partner + 3_000_000}"),
        ProgramId = programId,
        PartnerId = partner,
        Status = "ACTIVE",
        StartDate = now.AddDays(-99),
        BrandSignatory = "Brand Signatory",
        BrandSignatoryDate = now.AddDays(-99),
        PartnerSignatory = "Partner Signatory",
        PartnerSignatoryDate = now.AddDays(-99),
        DateCreated = now.AddDays(-99),
        DateLastUpdated = now.AddDays(-99),
        Template = template,
    };
}
