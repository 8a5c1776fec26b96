using Bridge.Rails.Abstractions.Reading;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten;
using Bridge.Testing.Time;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenReportingApiTests : IDisposable
{
    private static readonly RakutenPack Pack = RakutenPack.Create(new RakutenPackOptions { Publishers = 60, Contracts = 60, Links = 120, Codes = 20, Orders = 200 });
    private readonly RakutenFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("en", false)]
    [InlineData("de", true)]
    [InlineData("fr", true)]
    public void Fetched_reports_give_the_same_conversions_and_partners_as_files_in_every_language(string language, bool localised)
    {
        folder.Write(Pack);
        var (files, partnersOfFiles) = Read();
        foreach (var file in Directory.EnumerateFiles(folder.Path, "custom-report*.csv"))
        {
            File.Delete(file);
        }

        Simulate(new SimulatedRakutenOptions { LocalisedReports = localised });

        var (fetched, partners) = Read(("reportKey", "publisher-activity|order-details"), ("reportToken", "env:house-report-token"), ("reportingBaseUrl", "http://127.0.0.1:9/"), ("reportLanguage", language));

        fetched.Should().Equal(files).And.NotBeEmpty();
        partners.Should().Equal(partnersOfFiles);
    }

    [Fact]
    public void A_429_is_waited_for_until_a_query_has_finished()
    {
        folder.Write(Pack);
        var rail = Simulate(new SimulatedRakutenOptions { ConcurrentReports = 1, ReportLatency = TimeSpan.FromSeconds(30) });
        Occupy(rail);

        var (fetched, _) = Read(("reportKey", "order-details"), ("reportToken", "env:house-report-token"), ("reportingBaseUrl", "http://127.0.0.1:9/"), ("reportDays", "31"));

        fetched.Should().NotBeEmpty();
        rail.Calls.Should().Contain(call => call.Status == 429);
    }

    [Fact]
    public void A_read_of_reports_can_be_resumed_from_every_cursor()
    {
        folder.Write(Pack);
        Simulate(new SimulatedRakutenOptions());
        (string, string)[] settings = [("reportKey", "order-details"), ("reportToken", "env:house-report-token"), ("reportingBaseUrl", "http://127.0.0.1:9/")];
        var whole = Conversions(ReadScope.All, settings);

        var rest = Conversions(new ReadScope { After = whole[5].Cursor }, settings);

        whole.Should().HaveCount(12, "a year is read in windows of 31 days");
        rest.Select(page => string.Join(',', page.Records.Select(read => read.Record.Id))).Should().Equal(whole.Skip(6).Select(page => string.Join(',', page.Records.Select(read => read.Record.Id))));
    }

    [Fact]
    public void The_doctor_tells_a_wrong_token_and_never_prints_it()
    {
        folder.Write(Pack);
        Simulate(new SimulatedRakutenOptions());

        var checks = VirtualTime.Run(folder.Time, async () =>
        {
            await using var rail = folder.Open(
                ("reportKey", "order-details"), ("reportToken", "env:wrong-token-4711"), ("reportingBaseUrl", "http://127.0.0.1:9/"),
                ("clientId", "env:house-client"), ("clientSecret", "env:house-secret"), ("publisherSid", "1999998"), ("baseUrl", "http://127.0.0.1:9/"));
            var found = new List<ConnectionCheck>();
            await foreach (var check in rail.Port<IConnectionCheck>()!.CheckAsync(CancellationToken.None))
            {
                found.Add(check);
            }

            return found;
        });

        checks.Single(check => check.Name == "publisher API").Problem.Should().BeNull();
        var problem = checks.Single(check => check.Name == "Reporting API").Problem;
        problem!.Code.Should().Be("BRG-RKT-070");
        problem.Message.Should().Contain("Access denied");
        string.Join(' ', checks).Should().NotContain("wrong-token-4711").And.NotContain("house-secret");
    }

    private SimulatedRakuten Simulate(SimulatedRakutenOptions options)
    {
        var rail = new SimulatedRakuten(Pack, options, folder.Time);
        folder.Network = () => new InProcessRailHandler(rail, folder.Time);
        return rail;
    }

    private static void Occupy(SimulatedRakuten rail) => rail.Handle(new SimulatedRequest(
        "GET",
        "/en/reports/order-details/filters",
        [new("token", "house-report-token"), new("start_date", "2026-06-01"), new("end_date", "2026-06-02")],
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
        default)).Status.Should().Be(200);

    private IReadOnlyList<ReadPage<Model.Conversions.Conversion>> Conversions(ReadScope scope, (string, string)[] settings) => VirtualTime.Run(folder.Time, async () =>
    {
        await using var rail = folder.Open(settings);
        return await Pages.OfAsync(rail.Port<IConversionReader>(), scope);
    });

    private (List<Model.Conversions.Conversion> Conversions, List<Model.Partners.Partner> Partners) Read(params (string, string)[] settings) => VirtualTime.Run(folder.Time, async () =>
    {
        await using var rail = folder.Open([.. settings, ("exportDate", "2026-06-30")]);
        var conversions = await Pages.OfAsync(rail.Port<IConversionReader>());
        var partners = await Pages.OfAsync(rail.Port<IPartnerReader>());
        return (
            conversions.SelectMany(page => page.Records).Select(read => read.Record).DistinctBy(conversion => conversion.Id).OrderBy(conversion => conversion.Id.Value, StringComparer.Ordinal).ToList(),
            partners.SelectMany(page => page.Records).Select(read => read.Record).Distinct().OrderBy(partner => partner.Id.Value, StringComparer.Ordinal).ToList());
    });
}
