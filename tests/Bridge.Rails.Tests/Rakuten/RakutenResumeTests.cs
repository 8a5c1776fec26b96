using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Simulation.Rakuten;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenResumeTests
{
    [Fact]
    public async Task From_every_cursor_the_rest_of_the_read_is_the_same()
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Publishers = 1300, Contracts = 1200, Links = 2600, Codes = 200, Orders = 1500 });
        using var folder = new RakutenFolder().Write(pack);

        await CheckAsync(folder, rail => rail.Port<IPartnerReader>());
        await CheckAsync(folder, rail => rail.Port<IContractReader>());
        await CheckAsync(folder, rail => rail.Port<ITrackingLinkReader>());
        await CheckAsync(folder, rail => rail.Port<IPromoCodeReader>());
        await CheckAsync(folder, rail => rail.Port<IConversionReader>());
    }

    [Fact]
    public async Task Raw_pages_together_are_the_files()
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Publishers = 60, Contracts = 60, Links = 2600, Codes = 20, Orders = 60 });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();

        var pages = await Pages.OfAsync(rail.Port<ITrackingLinkReader>());

        foreach (var file in pack.Files.Where(file => file.Name.StartsWith("links", StringComparison.Ordinal)))
        {
            pages.Where(page => page.Raw?.Name.StartsWith(file.Name, StringComparison.Ordinal) == true).SelectMany(page => page.Raw!.Bytes.ToArray())
                .Should().Equal(file.Content.ToArray());
        }
    }

    [Fact]
    public async Task The_unassigned_and_the_report_only_publishers_can_be_resumed_as_well()
    {
        using var folder = new RakutenFolder().WriteSmall();
        var approved = string.Concat(Enumerable.Range(3_000_000, 2300).Select(sid => $"{sid},P{sid},,,\n"));
        folder.Write("publishers-approved.csv", $"Site ID,Publisher Name,URL,Email,Join Date\n{approved}");
        var report = string.Concat(Enumerable.Range(4_000_000, 2300).Select(sid => $"{RakutenFolder.Report($"{sid}", $"E{sid}", "", "", "500001", $"A{sid}", "2026-06-01", "1.50", "0.15")}\n"));
        folder.Write("custom-report.csv", $"{RakutenFolder.ReportHeader}\n{report}");

        await CheckAsync(folder, rail => rail.Port<IPartnerReader>());
        await CheckAsync(folder, rail => rail.Port<IContractReader>());
        await using var rail = folder.Open();
        var partners = await Pages.OfAsync(rail.Port<IPartnerReader>());
        var contracts = await Pages.OfAsync(rail.Port<IContractReader>());

        partners.SelectMany(page => page.Findings).Count(finding => finding.Code == "BRG-RKT-031").Should().Be(2300);
        contracts.SelectMany(page => page.Findings).Count(finding => finding.Code == "BRG-RKT-032").Should().Be(2300);
        partners.SelectMany(page => page.Records).Should().Contain(read => read.Record.Id.Value == "4000017" && read.Record.Name == "Name 4000017" && read.Record.Reference("rakuten.encryptedId") == "E4000017");
    }

    [Fact]
    public async Task A_read_is_judged_by_the_day_it_began()
    {
        using var folder = new RakutenFolder().WriteSmall();
        var codes = string.Concat(Enumerable.Range(0, 1500).Select(number => $"C{number},,x,percent,5,2026-01-01,2026-06-30,USD\n"));
        folder.Write("codes.csv", $"Code,Site ID,Description,Discount Type,Discount,Start Date,End Date,Currency\n{codes}");
        await using var rail = folder.Open();
        var first = (await Pages.OfAsync(rail.Port<IPromoCodeReader>()))[0];
        folder.Time.Advance(TimeSpan.FromDays(3));

        var rest = await Pages.OfAsync(rail.Port<IPromoCodeReader>(), new ReadScope { After = first.Cursor });
        var fresh = await Pages.OfAsync(rail.Port<IPromoCodeReader>());

        rest[0].Records.Should().OnlyContain(read => read.Record.Status == Model.Promotions.PromoCodeStatus.Active);
        fresh[1].Records.Should().OnlyContain(read => read.Record.Status == Model.Promotions.PromoCodeStatus.Expired);
    }

    [Fact]
    public async Task A_replaced_export_and_a_foreign_cursor_are_refused()
    {
        using var folder = new RakutenFolder().WriteSmall();
        await using var rail = folder.Open();
        var cursor = "rows|2026-06-30|links.csv|5|5|2";

        var replaced = () => Pages.OfAsync(rail.Port<ITrackingLinkReader>(), new ReadScope { After = cursor });
        var gone = () => Pages.OfAsync(rail.Port<ITrackingLinkReader>(), new ReadScope { After = cursor.Replace("links", "other", StringComparison.Ordinal) });
        var foreign = () => Pages.OfAsync(rail.Port<ITrackingLinkReader>(), new ReadScope { After = "page=2" });

        (await replaced.Should().ThrowAsync<RailContractException>()).Which.Rule.Should().Contain("replaced");
        (await gone.Should().ThrowAsync<RailContractException>()).Which.Rule.Should().Contain("replaced");
        (await foreign.Should().ThrowAsync<RailContractException>()).Which.Rule.Should().Contain("cursor");
    }

    private static async Task CheckAsync<T>(RakutenFolder folder, Func<Abstractions.IRail, IEntityReader<T>?> port)
    {
        await using var rail = folder.Open();
        var whole = await Pages.OfAsync(port(rail));
        for (var page = 0; page < whole.Count - 1; page++)
        {
            await using var other = folder.Open();

            var rest = await Pages.OfAsync(port(other), new ReadScope { After = whole[page].Cursor });

            rest.Select(Facts).Should().Equal(whole.Skip(page + 1).Select(Facts));
            rest.SelectMany(read => read.Records).Select(read => read.Record).SequenceEqual(whole.Skip(page + 1).SelectMany(read => read.Records).Select(read => read.Record))
                .Should().BeTrue("records are compared by value");
        }

        static string Facts(ReadPage<T> page) =>
            $"{page.Cursor} {page.Rows} {page.Raw?.Name} {page.Raw?.Bytes.Length} {page.Findings.Count} {string.Join(' ', page.Records.Select(read => read.RawHash))}";
    }
}
