using AutoMapper;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Rakuten;
using Bridge.Rails.Rakuten.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenModuleTests : IDisposable
{
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_member_of_the_maps_is_mapped_or_ignored_by_name() =>
        new MapperConfiguration(configuration => configuration.AddProfile<RakutenMaps>(), NullLoggerFactory.Instance).AssertConfigurationIsValid();

    [Fact]
    public async Task The_ports_are_those_that_the_descriptor_declares()
    {
        await using var rail = folder.Open();

        rail.Descriptor.Capabilities.Entities.Should().OnlyContain(entity => entity.Access == EntityAccess.Read);
        rail.Descriptor.Capabilities.Operations.Should().BeEmpty();
        EntityKind[] read =
        [
            EntityKind.Program,
            rail.Port<IPartnerGroupReader>()!.Entity,
            rail.Port<IPartnerReader>()!.Entity,
            rail.Port<IContractReader>()!.Entity,
            rail.Port<ITrackingLinkReader>()!.Entity,
            rail.Port<IPromoCodeReader>()!.Entity,
            rail.Port<IConversionReader>()!.Entity,
        ];
        read.Should().Equal(rail.Descriptor.Capabilities.Entities.Select(entity => entity.Entity));
        rail.Port<IProgramReader>().Should().NotBeNull();
        rail.Port<IConnectionCheck>().Should().NotBeNull();
        rail.Port<IDealReader>().Should().BeNull();
        rail.Port<IPartnerWriter>().Should().BeNull();
        rail.RateBudget.Should().BeNull("no network is set up");
    }

    [Fact]
    public async Task The_program_is_what_the_settings_say()
    {
        await using var rail = folder.Open(("programName", "Acme US"));

        var program = await rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None);

        (program.Id.Value, program.AccountId, program.Name, program.Currency!.Value.Code).Should().Be(("38207", "38207", "Acme US", "USD"));
        rail.Describe().Should().Contain("38207").And.Contain(folder.Path);
    }

    [Fact]
    public void Every_setting_that_is_read_is_described_and_the_other_way_round()
    {
        folder.Open();

        folder.TryOpen(("surprise", "x"));

        var known = folder.SettingFindings.Should().ContainSingle(finding => finding.Code == "BRG-SET-003").Which.Remedy;
        known.Should().Be($"Known settings: {string.Join(", ", RakutenDescriptor.Value.Settings.Select(setting => setting.Key).Order(StringComparer.Ordinal))}.");
    }

    [Theory]
    [InlineData("advertiserId", "acme", "numeric MID")]
    [InlineData("currency", "DOLLAR", "ISO 4217")]
    [InlineData("timeZone", "Berlin", "name of a zone")]
    [InlineData("exportDate", "yesterday", "YYYY-MM-DD")]
    [InlineData("numberFormat", "1 234,56", "one of")]
    [InlineData("dateOrder", "american", "one of")]
    [InlineData("linkFiles", "../other/*.csv", "inside the export folder")]
    [InlineData("publisherSid", "42", "together")]
    [InlineData("reportKey", "k", "together")]
    [InlineData("reportDays", "5000", "from 1 to 1095")]
    [InlineData("exportFolder", "", "needs 'exportFolder'")]
    public void A_wrong_setting_is_one_finding_with_rule_and_remedy(string key, string value, string rule)
    {
        folder.TryOpen((key, value)).Should().BeNull();

        folder.SettingFindings.Should().ContainSingle(finding => finding.Severity == Severity.Blocking)
            .Which.ToString().Should().Contain(rule);
    }

    [Fact]
    public void All_wrong_settings_are_told_at_once()
    {
        folder.TryOpen(("advertiserId", "acme"), ("currency", "DOLLAR"), ("clientId", "secret-in-the-file"), ("timeZone", "+25:00"));

        folder.SettingFindings.Count(finding => finding.Severity == Severity.Blocking).Should().BeGreaterThanOrEqualTo(4);
        folder.SettingFindings.Should().NotContain(finding => finding.ToString().Contains("secret-in-the-file", StringComparison.Ordinal));
    }

    [Fact]
    public void The_catalog_finds_the_rail_and_ids_are_unique()
    {
        var catalog = RailCatalog.BuiltIn();

        catalog.Find("rakuten")!.Descriptor.DisplayName.Should().Be("Rakuten Advertising");
        catalog.Find("nowhere").Should().BeNull();
        catalog.Invoking(both => both.With(RailCatalog.BuiltIn())).Should().Throw<InvalidOperationException>().WithMessage("*is used by*");
    }

    [Fact]
    public async Task The_doctor_tells_files_rows_columns_and_ages()
    {
        folder.Time.Advance(TimeSpan.FromDays(365 * 10));
        File.Delete(Path.Combine(folder.Path, "codes.csv"));
        await using var rail = folder.Open(("detailFiles", "none"));

        var checks = new List<ConnectionCheck>();
        await foreach (var check in rail.Port<IConnectionCheck>()!.CheckAsync(CancellationToken.None))
        {
            checks.Add(check);
        }

        checks.Single(check => check.Name == "publishers-approved.csv").Detail.Should().Contain("1 rows").And.Contain("Site ID, Publisher Name").And.Contain("utf-8");
        checks.Single(check => check.Name == "publishers-approved.csv").Problem!.Code.Should().Be("BRG-RKT-014", "the export is years old");
        checks.Single(check => check.Name == "coupon list").Problem!.Code.Should().Be("BRG-TAB-002");
        checks.Single(check => check.Name == "contact sheet").Problem.Should().BeNull();
        checks.Select(check => check.Name).Should().Contain(["exportFolder", "commissioning lists", "links.csv", "offers.csv", "offer-assignments.csv", "custom-report.csv"]);
    }

    [Fact]
    public void Schemas_stand_in_the_order_of_their_kinds() =>
        ExportSchemas.All.Select(ExportSchemas.KindOf).Should().Equal(Enum.GetValues<ExportKind>());
}
