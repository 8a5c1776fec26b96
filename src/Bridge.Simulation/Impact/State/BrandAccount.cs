using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Portal;
using Bridge.Simulation.Impact.Seeding;

namespace Bridge.Simulation.Impact.State;

/// <summary>What one brand account holds.</summary>
internal sealed class BrandAccount
{
    private readonly Dictionary<long, Relationship> relationships = [];
    private readonly List<long> partnerIds = [];

    public BrandAccount(BrandSeed seed)
    {
        Seed = seed;
        Programs = new(seed.Programs.ToDictionary(program => program.Id));
        Templates = new(seed.Templates.ToDictionary(template => template.TemplateId));
        Groups = new(seed.Groups.ToDictionary(group => group.Id));
        Codes = new(seed.Codes.ToDictionary(code => code.Id));
        Deals = new(seed.Deals.ToDictionary(deal => deal.Id));
        foreach (var relationship in seed.Relationships)
            Put(relationship);
        foreach (var contract in seed.Contracts)
            Contracts.Put(contract);
        foreach (var link in seed.Links)
            Links.Add(link, Programs[link.ProgramId].TrackingDomain);
    }

    public BrandSeed Seed { get; }

    public string Sid => Seed.Sid;

    public SortedDictionary<long, ImpactProgram> Programs { get; }

    public SortedDictionary<long, TemplateVersion> Templates { get; }

    public SortedDictionary<long, PartnerGroup> Groups { get; }

    public SortedDictionary<long, PromoCode> Codes { get; }

    public SortedDictionary<long, Deal> Deals { get; }

    public ContractBook Contracts { get; } = new();

    public LinkBook Links { get; } = new();

    public List<Invitation> Invitations { get; } = [];

    public List<ProspectJob> ProspectJobs { get; } = [];

    /// <summary>Uploads, for their result files.</summary>
    public List<ImportRecord> Imports { get; } = [];

    /// <summary>Program a call of the portal means when it names none.</summary>
    public long FirstProgramId => Seed.Programs[0].Id;

    /// <summary>Partners the brand knows, in the order it met them.</summary>
    public IReadOnlyList<long> PartnerIds => partnerIds;

    public Relationship? Values(long partnerId) => relationships.GetValueOrDefault(partnerId);

    public bool Knows(long partnerId) => relationships.ContainsKey(partnerId);

    public void Put(Relationship relationship)
    {
        if (!relationships.ContainsKey(relationship.PartnerId))
            partnerIds.Add(relationship.PartnerId);
        relationships[relationship.PartnerId] = relationship;
    }

    public PartnerGroup? Group(long programId, string name) =>
        Groups.Values.FirstOrDefault(group => group.ProgramId == programId && string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase));
}
