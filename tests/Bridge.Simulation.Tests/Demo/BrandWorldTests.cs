using System.Text.Json;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Simulation.Tests.Demo;

public sealed class BrandWorldTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 6, 30, 9, 0, 0, TimeSpan.Zero);
    private readonly RakutenBrand brand = RakutenBrand.Create(new RakutenBrandOptions { Partners = 100 });
    private readonly SimulatedImpact rail;

    public BrandWorldTests() => rail = new SimulatedImpact(BrandWorld.Create(brand, Morning, 0.4m), new ImpactSettings(), TimeProvider.System);

    [Fact]
    public void Has_one_empty_program_per_program_of_the_brand()
    {
        var account = rail.Seed.Brand;

        account.Programs.Select(program => program.Name).Should().Equal("Acme Outfitters US", "Acme Outfitters Deutschland");
        account.Programs.Select(program => program.PermittedHosts[0]).Should().Equal("www.acme-shop.example", "www.acme-mode.example");
        account.Programs[0].PermittedHosts.Should().HaveCount(2);
        account.Templates.Should().BeEmpty();
        account.Contracts.Should().BeEmpty();
        account.Relationships.Should().BeEmpty();
    }

    [Fact]
    public void A_partner_of_two_programs_has_at_most_one_account()
    {
        var sites = rail.Seed.Partners.Select(partner => partner.Website).ToList();

        sites.Should().OnlyHaveUniqueItems();
        sites.Count.Should().BeInRange(20, 55);
    }

    [Fact]
    public async Task People_work_in_the_program_they_name()
    {
        var second = rail.Seed.Brand.Programs[1].Id;
        var first = Portal(rail.Seed.Brand.Programs[0].Id);
        var portal = Portal(second);
        const string form = """{"name":"DE terms","currency":"EUR","terms":[{"eventType":"SALE","rate":7}]}""";

        var template = await portal.CreateTemplateAsync(form, CancellationToken.None);
        await portal.InviteAsync($$"""{"name":"Nord Blog","website":"https://nord-blog.example","email":"hello@nord-blog.example","templateId":"{{template}}"}""", CancellationToken.None);
        var open = await portal.OpenInvitationsAsync(CancellationToken.None);
        var elsewhere = await first.OpenInvitationsAsync(CancellationToken.None);
        await portal.AcceptAsync(open.Single().Id, CancellationToken.None);

        elsewhere.Should().BeEmpty();
        using var state = JsonDocument.Parse(rail.State());
        state.RootElement.ToString().Should().Contain(second.ToString(System.Globalization.CultureInfo.InvariantCulture));
        rail.Truth.After(0).Should().Contain(line => line.Contains("contract", StringComparison.Ordinal) && line.Contains(second.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_refused()
    {
        var act = () => Portal(99).CreateTemplateAsync("""{"name":"x","terms":[{"eventType":"SALE","rate":7}]}""", CancellationToken.None);

        (await act.Should().ThrowAsync<Bridge.Simulation.Impact.Portal.PortalException>()).WithMessage("There is no program 99.");
    }

    public void Dispose() => rail.Dispose();

    private PortalClient Portal(long program) => new(
        new HttpClient(new Bridge.Simulation.Hosting.InProcessRailHandler(rail, TimeProvider.System)) { BaseAddress = new Uri("http://127.0.0.1/") },
        program.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
