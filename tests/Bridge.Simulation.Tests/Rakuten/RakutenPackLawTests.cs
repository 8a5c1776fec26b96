using Bridge.Simulation.Rakuten;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Simulation.Tests.Rakuten;

public sealed class RakutenPackLawTests
{
    private static readonly Gen<RakutenPackOptions> Options =
        from seed in Gen.Choose(0, 1_000_000)
        from publishers in Gen.Choose(1, 90)
        from links in Gen.Choose(0, 250)
        from codes in Gen.Choose(0, 90)
        from orders in Gen.Choose(0, 120)
        from dirt in Gen.Elements(true, false)
        select new RakutenPackOptions
        {
            Seed = seed,
            Publishers = publishers,
            Contracts = publishers,
            Links = links,
            Codes = codes,
            Orders = orders,
            Dirt = dirt,
        };

    [Fact]
    public void For_any_seed_and_size_the_files_read_as_the_truth_says_and_the_counts_are_exact() =>
        Prop.ForAll(Options.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260630, 7));

    private static bool Holds(RakutenPackOptions options)
    {
        var pack = RakutenPack.Create(options);
        foreach (var (file, truth) in pack.Files.Zip(pack.Truth.Files))
        {
            var read = SheetReader.Read(file.Name, file.Content).Sort(PackFixture.KeyColumn(file.Name));
            (file.Name, read.Records.Count, read.Totals, read.Duplicates, read.Unreadable)
                .Should().Be((truth.Name, truth.Records, truth.Totals, truth.Duplicates, truth.Unreadable));
        }

        pack.Truth.Keys.Publishers.Should().HaveCount(options.Publishers);
        pack.Truth.Keys.Contracts.Should().HaveCount(options.Contracts);
        pack.Truth.Keys.Links.Should().HaveCount(options.Links);
        pack.Truth.Keys.Codes.Should().HaveCount(options.Codes);
        pack.Truth.Keys.Orders.Should().HaveCount(options.Orders);
        return true;
    }
}
