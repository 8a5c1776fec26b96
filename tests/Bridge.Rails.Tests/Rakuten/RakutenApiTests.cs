using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten;
using Bridge.Rails.Rakuten.Api;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Terms;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten;
using Bridge.Testing.Time;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenApiTests : IDisposable
{
    private static readonly RakutenPack Pack = RakutenPack.Create(new RakutenPackOptions { Publishers = 60, Contracts = 60, Links = 120, Codes = 20, Orders = 200 });
    private readonly RakutenFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(RakutenEnvelope.AsDocumented)]
    [InlineData(RakutenEnvelope.Underscore)]
    [InlineData(RakutenEnvelope.Plain)]
    [InlineData(RakutenEnvelope.DataFirst)]
    public void Three_passes_give_every_visible_offer_once_whatever_the_envelope(RakutenEnvelope envelope)
    {
        var rail = Simulate(new SimulatedRakutenOptions { Envelope = envelope });

        var (offers, lists) = Run(async api => (await api.OffersAsync(CancellationToken.None), await api.ListsAsync(CancellationToken.None)));

        var conditioned = Pack.Offers.Where(offer => offer.Type is RakutenOfferType.Private or RakutenOfferType.PrivateSpecial && offer.Rules.Any(rule => rule.Condition is not null)).Take(2);
        var visible = Pack.Offers.Where(offer => offer.Status != RakutenOfferStatus.Ended && offer.Type is RakutenOfferType.Baseline or RakutenOfferType.Public or RakutenOfferType.PublicSpecial)
            .Where(offer => offer.Status != RakutenOfferStatus.Ended)
            .Concat(conditioned).Select(offer => $"{offer.Goid}");
        offers.Select(offer => offer.Goid).Should().BeEquivalentTo(visible).And.OnlyHaveUniqueItems();
        offers.Should().Contain(offer => offer.Number == "24.10", "offer numbers are texts");
        lists.Should().NotBeEmpty();
        foreach (var (name, members) in lists)
        {
            members.Should().BeEquivalentTo(Pack.CommissioningLists.Single(list => list.Name == name).Values);
        }

        rail.Calls.Where(call => call.Path == "/v1/offers").Should().HaveCount(3);
    }

    [Fact]
    public async Task Offers_of_the_api_make_the_same_terms_as_the_sheet()
    {
        Simulate(new SimulatedRakutenOptions());
        folder.Write(Pack);

        var (remote, lists) = Run(async api => (await api.OffersAsync(CancellationToken.None), await api.ListsAsync(CancellationToken.None)));

        var table = new CommissioningLists();
        foreach (var (name, members) in lists)
        {
            table.Add(name, members);
        }

        var translator = new TermTranslator(Model.Money.Currency.Parse("USD"), table);
        using var source = new RakutenSource(Options(), folder.Environment(), new RakutenApis(null, null));
        var sheet = (await new OfferSheet(source).ReadAsync(new DateOnly(2026, 6, 30), [], CancellationToken.None)).ToDictionary(offer => offer.Goid);
        foreach (var offer in remote)
        {
            var fromApi = translator.Translate(offer);
            var fromSheet = translator.Translate(sheet[offer.Goid]);

            fromApi.Obstacle.Should().BeNull();
            fromApi.Contract.Terms.Should().Equal(fromSheet.Contract.Terms);
            (fromApi.Contract.Windows, fromApi.Contract.Locking, fromApi.Contract.Attribution, fromApi.Contract.Status, fromApi.Contract.TemplateKind, fromApi.Contract.Name)
                .Should().Be((fromSheet.Contract.Windows, fromSheet.Contract.Locking, fromSheet.Contract.Attribution, fromSheet.Contract.Status, fromSheet.Contract.TemplateKind, fromSheet.Contract.Name));
            fromApi.Contract.AutoRenews.Should().Be(fromSheet.Contract.EndsAt is null);
        }
    }

    [Fact]
    public void However_many_calls_wait_one_token_is_fetched()
    {
        var rail = Simulate(new SimulatedRakutenOptions());

        Run(api => Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.ProbeAsync(CancellationToken.None))));

        rail.Calls.Count(call => call.Path == "/token").Should().Be(1);
        rail.Calls.Should().OnlyContain(call => call.Status == 200);
    }

    [Fact]
    public void A_token_that_another_process_replaced_is_fetched_again_and_the_read_goes_on()
    {
        var rail = Simulate(new SimulatedRakutenOptions());

        var offers = Run(async api =>
        {
            await api.ProbeAsync(CancellationToken.None);
            TakeToken(rail);
            return await api.OffersAsync(CancellationToken.None);
        });

        offers.Should().NotBeEmpty();
        rail.Calls.Where(call => call.Path == "/token").Should().HaveCount(3);
        rail.Calls.Count(call => call.Status == 401).Should().Be(1);
    }

    [Fact]
    public void A_token_is_renewed_before_its_hour_is_over()
    {
        var rail = Simulate(new SimulatedRakutenOptions());

        Run(async api =>
        {
            await api.ProbeAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMinutes(61), folder.Time);
            return await api.ProbeAsync(CancellationToken.None);
        });

        rail.Calls.Where(call => call.Path == "/token").Should().HaveCount(2);
        rail.Calls.Should().NotContain(call => call.Status == 401);
    }

    [Fact]
    public void A_403_of_the_rate_is_waited_for()
    {
        var rail = Simulate(new SimulatedRakutenOptions { CallsPerMinute = 2 });
        var start = folder.Time.GetUtcNow();

        var offers = Run(api => api.OffersAsync(CancellationToken.None));

        offers.Should().NotBeEmpty();
        rail.Calls.Should().Contain(call => call.Status == 403);
        rail.Calls.Where(call => call.Path == "/v1/offers" && call.Status == 200).Should().HaveCount(3);
        (folder.Time.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromSeconds(50));
    }

    [Fact]
    public void A_403_of_a_missing_entitlement_is_an_authentication_error_at_once()
    {
        var rail = Simulate(new SimulatedRakutenOptions { Entitled = false });

        var act = () => Run(api => api.OffersAsync(CancellationToken.None));

        act.Should().Throw<RailAuthenticationException>().Which.RailMessage.Should().Contain("NOT authorized");
        rail.Calls.Count(call => call.Path == "/v1/offers").Should().Be(1);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_403_that_says_neither_is_asked_once_more_after_a_minute(int refusedUntil, bool works)
    {
        var handler = new ScriptedHandler((request, count) => request.RequestUri!.AbsolutePath == "/token"
            ? (200, "application/json", """{"access_token":"t","expires_in":"3600",}""")
            : count <= refusedUntil ? (403, "text/html", "<html>no</html>") : (200, "application/json", """{"metadata":{"total":"7"},"offers":[]}"""));
        folder.Network = () => handler;
        var start = folder.Time.GetUtcNow();

        var act = () => Run(api => api.ProbeAsync(CancellationToken.None));

        if (works)
        {
            act().Should().Be(7);
        }
        else
        {
            act.Should().Throw<RailAuthenticationException>();
        }

        (folder.Time.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1)).And.BeLessThan(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic")]
    public void The_token_request_uses_the_scheme_of_the_settings_and_reads_xml_as_well(string scheme)
    {
        var handler = new ScriptedHandler((request, _) => request.RequestUri!.AbsolutePath == "/token"
            ? (200, "application/xml", "<token><access_token>t</access_token><expires_in>3600</expires_in></token>")
            : (200, "application/json", """{"_metadata":{"total":1},"offers":[]}"""));
        folder.Network = () => handler;

        Run(api => api.ProbeAsync(CancellationToken.None), scheme);

        handler.Asked[0].Should().Be($"POST /token {scheme}");
        handler.Asked[1].Should().StartWith("GET /v1/offers?offer_status=active&advertiser=38207").And.EndWith("Bearer");
    }

    [Fact]
    public void Wrong_client_credentials_are_told_without_the_secret()
    {
        Simulate(new SimulatedRakutenOptions { ClientSecret = "another" });

        var act = () => Run(api => api.OffersAsync(CancellationToken.None));

        act.Should().Throw<RailAuthenticationException>().Which.ToString().Should().NotContain("house-secret").And.NotContain("house-client");
    }

    [Fact]
    public void Contracts_can_take_their_terms_from_the_api_alone()
    {
        Simulate(new SimulatedRakutenOptions());
        folder.Write(Pack);
        File.Delete(Path.Combine(folder.Path, "offers.csv"));
        Directory.Delete(Path.Combine(folder.Path, "commissioning-lists"), recursive: true);

        var pages = VirtualTime.Run(folder.Time, async () =>
        {
            await using var rail = folder.Open(("clientId", "env:house-client"), ("clientSecret", "env:house-secret"), ("publisherSid", "1999998"), ("baseUrl", "http://127.0.0.1:9/"));
            return await Pages.OfAsync(rail.Port<IContractReader>());
        });

        var findings = pages.SelectMany(page => page.Findings).ToList();
        findings.Should().NotContain(finding => finding.Severity == Severity.Blocking);
        findings.Should().Contain(finding => finding.Code == "BRG-RKT-040", "private offers of other publishers are invisible");
        pages.SelectMany(page => page.Records).Select(read => read.Record).Where(contract => contract.TemplateKind == "baseline").Should()
            .NotBeEmpty().And.OnlyContain(contract => contract.Terms.Count == 1 && contract.Status != ContractStatus.Unknown);
    }

    private SimulatedRakuten Simulate(SimulatedRakutenOptions options)
    {
        var rail = new SimulatedRakuten(Pack, options, folder.Time);
        folder.Network = () => new InProcessRailHandler(rail, folder.Time);
        return rail;
    }

    private static void TakeToken(SimulatedRakuten rail) => rail.Handle(new SimulatedRequest(
        "POST",
        "/token",
        [],
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = $"Basic {Convert.ToBase64String("house-client:house-secret"u8)}" },
        "scope=1999998"u8.ToArray())).Status.Should().Be(200);

    private RakutenOptions Options() => new()
    {
        Forms = TableForms.Open,
        Connection = "acme-rakuten",
        ExportFolder = folder.Path,
        Patterns = ExportSchemas.All.ToDictionary(ExportSchemas.KindOf, schema => schema.Patterns),
        ListsFolder = Path.Combine(folder.Path, "commissioning-lists"),
        AdvertiserId = "38207",
        ProgramName = "Acme",
        Currency = Model.Money.Currency.Parse("USD"),
    };

    private T Run<T>(Func<PublisherApi, Task<T>> body, string scheme = "Bearer") => VirtualTime.Run(folder.Time, async () =>
    {
        var settings = new PublisherApiOptions
        {
            BaseUrl = new Uri("http://127.0.0.1:9"),
            ClientId = new SecretText("house-client"),
            ClientSecret = new SecretText("house-secret"),
            PublisherSid = "1999998",
            TokenScheme = scheme,
        };
        await using var api = new PublisherApi(Options(), settings, folder.Environment());
        return await body(api);
    });
}
