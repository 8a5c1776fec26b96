using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.State;

/// <summary>The whole platform: accounts, brands, ids and the log of what really happened.</summary>
internal sealed class ImpactWorld
{
    private readonly TimeProvider time;

    public ImpactWorld(ImpactSeed seed, ImpactSettings settings, TimeProvider time)
    {
        this.time = time;
        Seed = seed;
        Settings = settings;
        Truth = new TruthLog(settings.TruthFile);
        Ids = new ImpactIds(seed);
        foreach (var partner in seed.Partners)
            Partners.Put(partner);
        Brands = seed.Brands.ToDictionary(brand => brand.Sid, brand => new BrandAccount(brand), StringComparer.Ordinal);
    }

    public ImpactSeed Seed { get; }

    public ImpactSettings Settings { get; }

    public TruthLog Truth { get; }

    public ImpactIds Ids { get; }

    public PartnerDirectory Partners { get; } = new();

    public IReadOnlyDictionary<string, BrandAccount> Brands { get; }

    /// <summary>Mails the rail sent: when, why, to which address (as a hash).</summary>
    public List<SentMail> Mails { get; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public BrandAccount FirstBrand => Brands[Seed.Brands[0].Sid];

    /// <summary>Does what the passing of time does.</summary>
    public void Advance(DateTimeOffset now)
    {
        foreach (var brand in Brands.Values)
        {
            foreach (var job in brand.ProspectJobs)
                job.Advance(this, brand, now);
        }
    }

    public void Mail(DateTimeOffset at, string purpose, string? address) =>
        Mails.Add(new SentMail(at, purpose, address is null ? null : TruthFields.Hash(address)));

    public PartnerAccount Put(PartnerAccount account)
    {
        Partners.Put(account);
        return account;
    }
}
