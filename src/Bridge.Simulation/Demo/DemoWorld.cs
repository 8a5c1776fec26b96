using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Impact.Truth;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>
/// An export pack and an impact.com program that already knows a part of it: the two ends of the demonstration's migration, and
/// what should be there when it is over.
/// </summary>
public sealed class DemoWorld
{
    private readonly RakutenPack pack;

    private DemoWorld(RakutenPack pack, ImpactSeed seed, IReadOnlyList<DemoPartner> known, IReadOnlyList<string> codes)
    {
        this.pack = pack;
        Seed = seed;
        Known = known;
        Codes = codes;
    }

    /// <summary>The platform at the start.</summary>
    public ImpactSeed Seed { get; }

    /// <summary>Publishers that have an account, in SID order.</summary>
    public IReadOnlyList<DemoPartner> Known { get; }

    /// <summary>Codes of the pack that are there already, each with its right owner.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Builds the platform around a lived-in one.</summary>
    /// <param name="pack">The export pack.</param>
    /// <param name="now">What the platform's clock shows at the start.</param>
    /// <param name="options">How much is known.</param>
    public static DemoWorld Create(RakutenPack pack, DateTimeOffset now, DemoWorldOptions options)
    {
        var start = DemoProgram.For(LivedInSeed.Create(options.Seed, now), pack.Options);
        var cast = new DemoCast(pack, options).Choose();
        var accounts = new DemoAccounts(pack, start.Brand, options, now);
        foreach (var role in cast)
            accounts.Add(role);

        return new DemoWorld(pack, accounts.Join(start), accounts.Known, accounts.Codes);
    }

    /// <summary>
    /// What should be on impact.com once a plan is applied: every approved publisher with its group, its running links and the
    /// codes it alone claims, but for what the plan openly leaves behind with a reason.
    /// </summary>
    /// <param name="planLines">Lines of the approved plan; none for everything.</param>
    public IReadOnlyList<ExpectedObject> Expected(IEnumerable<string> planLines)
    {
        var left = PlanOutcomes.LeftBehind(planLines);
        var moved = pack.Truth.Publishers
            .Where(publisher => publisher.State == RakutenPublisherState.Approved && !left.Contains(("partner", publisher.Sid)))
            .ToDictionary(publisher => publisher.Sid, StringComparer.Ordinal);
        var links = pack.Links.Where(link => link.Active && moved.ContainsKey(link.Sid) && !left.Contains(("trackingLink", link.LinkId)));
        var codes = pack.Codes.Where(code => code.Sid is not null && moved.ContainsKey(code.Sid) && InForce(code)
            && pack.Truth.CodeOwners[code.Code].Count == 1 && !left.Contains(("promoCode", code.Key)));
        return
        [
            .. moved.Keys.Order(StringComparer.Ordinal).Select(ExpectedObject.Partner),
            .. moved.Values.Select(publisher => publisher.Group).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(ExpectedObject.Group),
            .. links.Select(link => ExpectedObject.Link(link.Sid, link.Destination, null)),
            .. codes.Select(code => ExpectedObject.Code(code.Code, code.Sid!)),
        ];
    }

    private bool InForce(RakutenCode code) => code.Start <= pack.Options.AsOf && (code.End is not { } end || end >= pack.Options.AsOf);
}
