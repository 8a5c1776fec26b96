using System.Globalization;
using Bridge.Simulation.Impact.Seeding;

namespace Bridge.Simulation.Impact.State;

/// <summary>Id series of the platform; ids of the seed stay below.</summary>
internal sealed class ImpactIds
{
    private readonly IdSequence contracts;
    private readonly IdSequence pending;

    public ImpactIds(ImpactSeed seed)
    {
        Partners = new IdSequence(seed.Seed, "partner", 2_500_000);
        Properties = new IdSequence(seed.Seed, "property", 700_000);
        Groups = new IdSequence(seed.Seed, "group", 90_000);
        Codes = new IdSequence(seed.Seed, "code", 7_700_000);
        Deals = new IdSequence(seed.Seed, "deal", 300);
        Templates = new IdSequence(seed.Seed, "template", 99_000);
        EventTypes = new IdSequence(seed.Seed, "event", 18_500);
        Links = new IdSequence(seed.Seed, "link", 0);
        Portal = new IdSequence(seed.Seed, "portal", 100);
        contracts = new IdSequence(seed.Seed, "contract", 7_700_000);
        pending = new IdSequence(seed.Seed, "pending", 25_070_000);

        foreach (var partner in seed.Partners)
        {
            Partners.Seen(partner.Id);
            foreach (var property in partner.Properties)
                Properties.Seen(property.Id);
        }

        foreach (var brand in seed.Brands)
            See(brand);
    }

    public IdSequence Partners { get; }

    public IdSequence Properties { get; }

    public IdSequence Groups { get; }

    public IdSequence Codes { get; }

    public IdSequence Deals { get; }

    public IdSequence Templates { get; }

    public IdSequence EventTypes { get; }

    public IdSequence Links { get; }

    /// <summary>Numbers of invitations and imports.</summary>
    public IdSequence Portal { get; }

    public string NextContract() => string.Create(CultureInfo.InvariantCulture, $"S-{contracts.Next()}");

    public string NextPending() => string.Create(CultureInfo.InvariantCulture, $"P-{pending.Next()}");

    private void See(BrandSeed brand)
    {
        foreach (var group in brand.Groups)
            Groups.Seen(group.Id);
        foreach (var code in brand.Codes)
            Codes.Seen(code.Id);
        foreach (var deal in brand.Deals)
            Deals.Seen(deal.Id);
        foreach (var template in brand.Templates)
            Templates.Seen(template.TemplateId);
        foreach (var eventType in brand.Programs.SelectMany(program => program.EventTypes))
            EventTypes.Seen(eventType.Id);
        foreach (var link in brand.Links)
            Links.Seen(link.Id);
        foreach (var contract in brand.Contracts)
            (contract.Id.StartsWith('S') ? contracts : pending).Seen(long.Parse(contract.Id[2..], CultureInfo.InvariantCulture));
    }
}
