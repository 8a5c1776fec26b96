using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Planning;

/// <summary>A plan is a pure function of its inputs: their order never shows, and each of their fields does.</summary>
public sealed class PlanHashTests
{
    private const string Decisions = "source,target,note\n12,new,asked\n16,T99,\n14,skip,\n";

    // The small program with something of every list whose order could show.
    private static readonly PlanBench Base = PlanWorld.Bench with
    {
        Overrides = Decisions,
        Declined = ["13", "16", "99"],
        IdMap = [.. PlanWorld.Bench.IdMap, PlanWorld.Row(EntityKind.TrackingLink, "L15", "https://track.example/1", hash: "x"), PlanWorld.Row(EntityKind.TrackingLink, "L11", "https://track.example/2", hash: "y"), PlanWorld.Row(EntityKind.Contract, "11:500", "K11")],
        Target = PlanWorld.Bench.Target with
        {
            Groups = [Given.Group("g1", "coupon partners"), Given.Group("g2", "Coupon Partners")],
            Contracts = [.. PlanWorld.Bench.Target.Contracts, PlanWorld.TargetContract("K15a", "T15"), PlanWorld.TargetContract("K15b", "T15")],
        },
    };

    /// <summary>One changed field each, and whether a step changes with it.</summary>
    private static readonly Dictionary<string, (Func<PlanBench, PlanBench> Change, bool Steps)> Changes = new()
    {
        ["partner name"] = (Source(source => source with { Partners = Changed(source.Partners, "12", partner => partner with { Name = "Renamed" }) }), true),
        ["partner e-mail"] = (Source(source => source with { Partners = Changed(source.Partners, "12", partner => partner with { Contacts = Given.Partner("12", 77).Contacts }) }), true),
        ["partner group"] = (Source(source => source with { Partners = Changed(source.Partners, "11", partner => partner with { Groups = [] }) }), true),
        ["partner field that no step uses"] = (Source(source => source with { Partners = Changed(source.Partners, "12", partner => partner with { Tags = ["vip"] }) }), false),
        ["contract rate"] = (Source(source => source with { Contracts = Changed(source.Contracts, "12:501", contract => contract with { Terms = [Given.Percent(6)] }) }), true),
        ["contract window"] = (Source(source => source with { Contracts = Changed(source.Contracts, "12:501", contract => contract with { Windows = new ReferralWindows { Click = TimeSpan.FromDays(7) } }) }), true),
        ["link destination"] = (Source(source => source with { Links = Changed(source.Links, "L12", link => link with { Destination = "https://www.acme.example/hats" }) }), true),
        ["link sub-id"] = (Source(source => source with { Links = Changed(source.Links, "L12", link => link with { SubIds = [new SubId("u1", "a")] }) }), true),
        ["code text"] = (Source(source => source with { Codes = [.. source.Codes.Select(code => code.Code == "SAVE12" ? code with { Code = "SAVE-12" } : code)] }), true),
        ["code start"] = (Source(source => source with { Codes = [.. source.Codes.Select(code => code.Code == "SAVE12" ? code with { StartsAt = code.StartsAt!.Value.AddHours(1) } : code)] }), true),
        ["source group name"] = (Source(source => source with { Groups = [Given.Group("3101", "Vouchers"), source.Groups[1]] }), true),
        ["target reference"] = (Target(target => target with { Partners = Changed(target.Partners, "T11", partner => partner with { References = [partner.References[0]] }) }), true),
        ["target contract rate"] = (Target(target => target with { Contracts = [target.Contracts[0] with { Terms = [Given.Percent(9)] }, .. target.Contracts.Skip(1)] }), true),
        ["target code owner"] = (Target(target => target with { Codes = [target.Codes[0] with { Owner = new PartnerId("T99") }] }), true),
        ["profile"] = (bench => bench with { Profile = [("creditPolicy: WINNER", "creditPolicy: ALWAYS")] }, true),
        ["override"] = (bench => bench with { Overrides = Decisions.Replace("12,new", "12,skip", StringComparison.Ordinal) }, true),
        ["id map target"] = (bench => bench with { IdMap = [.. bench.IdMap.Where(row => row.Source != "15")] }, true),
        ["id map fingerprint"] = (bench => bench with { IdMap = [.. bench.IdMap.Where(row => row.Source != "L15")] }, true),
        ["declined partner"] = (bench => bench with { Declined = [.. bench.Declined, "12"], Overrides = bench.Overrides!.Replace("12,new,asked\n", "", StringComparison.Ordinal) }, true),
    };

    public static TheoryData<string> ChangeNames { get; } = [.. Changes.Keys];

    [Fact]
    public async Task The_same_inputs_give_the_same_plan_on_every_run()
    {
        var first = await Base.HashAsync();

        (await Base.HashAsync()).Should().Be(first);
        (await Base.HashAsync()).Should().Be(first);
    }

    [Fact]
    public void No_order_of_any_input_and_no_layout_shows()
    {
        var expected = Hash(Base);
        var cases =
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from pageSize in Gen.Choose(1, 9)
            select (seed, pageSize);

        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var random = new Random(given.seed);
            var shuffled = Base with
            {
                Source = Base.Source.Shuffled(random),
                Target = Base.Target.Shuffled(random),
                IdMap = Mixed(Base.IdMap, random),
                Declined = Mixed(Base.Declined, random),
                Overrides = "source,target,note\n" + string.Concat(Mixed(Decisions.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..], random).Select(line => line + "\n")),
                PageSize = given.pageSize,
            };

            Hash(shuffled).Should().Be(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public async Task One_changed_field_changes_the_hash(string field)
    {
        var (change, steps) = Changes[field];

        var plain = await Base.StoreAsync();
        var changed = await change(Base).StoreAsync();

        changed.Hash.Should().NotBe(plain.Hash);
        (await Body(changed)).SequenceEqual(await Body(plain)).Should().Be(!steps);
    }

    [Fact]
    public async Task What_was_planned_is_part_of_the_plan()
    {
        var lines = await Base.LinesAsync();

        var header = lines[0].Should().BeOfType<PlanHeader>().Subject;
        header.SourceSnapshot.Should().HaveLength(64);
        header.TargetSnapshot.Should().HaveLength(64);
        header.Profile.Should().HaveLength(64);
        header.Overrides.Should().HaveLength(64);
        lines[^1].Should().BeOfType<PlanTotals>();
        lines.Should().ContainSingle(line => line is PlanHeader).And.ContainSingle(line => line is PlanTotals);
    }

    private static string Hash(PlanBench bench) => bench.HashAsync().GetAwaiter().GetResult();

    // Records, whose lists compare by value: the header is left out.
    private static async Task<List<PlanLine>> Body(StoredPlan plan) => await plan.ReadAsync(default).Where(line => line is StepLine or OutcomeLine).ToListAsync();

    private static Func<PlanBench, PlanBench> Source(Func<PlanRecords, PlanRecords> change) => bench => bench with { Source = change(bench.Source) };

    private static Func<PlanBench, PlanBench> Target(Func<PlanRecords, PlanRecords> change) => bench => bench with { Target = change(bench.Target) };

    private static T[] Changed<T>(IReadOnlyList<T> records, string key, Func<T, T> change)
    {
        records.Should().ContainSingle(record => Key(record) == key);
        return [.. records.Select(record => Key(record) == key ? change(record) : record)];
    }

    private static string Key<T>(T record) => record switch
    {
        Partner partner => partner.Id.Value,
        Contract contract => contract.Id.Value,
        TrackingLink link => link.Id.Value,
        _ => throw new ArgumentException("No record of the plan.", nameof(record)),
    };

    private static T[] Mixed<T>(IEnumerable<T> items, Random random)
    {
        var mixed = items.ToArray();
        random.Shuffle(mixed);
        return mixed;
    }
}
