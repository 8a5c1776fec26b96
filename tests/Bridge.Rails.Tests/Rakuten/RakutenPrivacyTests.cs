using System.Text.Json;
using Bridge.Model.Json;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Simulation.Rakuten;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenPrivacyTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(99)]
    public async Task Every_personal_value_goes_into_the_vault_and_none_stays_in_a_record_finding_or_check(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();
        var texts = new List<string>();

        Collect(texts, await Pages.OfAsync(rail.Port<IPartnerReader>()), record => JsonSerializer.Serialize(record, BridgeJson.Default.Partner));
        Collect(texts, await Pages.OfAsync(rail.Port<IPartnerGroupReader>()), record => JsonSerializer.Serialize(record, BridgeJson.Default.PartnerGroup));
        Collect(texts, await Pages.OfAsync(rail.Port<IContractReader>()), record => JsonSerializer.Serialize(record, BridgeJson.Default.Contract));
        Collect(texts, await Pages.OfAsync(rail.Port<ITrackingLinkReader>()), record => JsonSerializer.Serialize(record, BridgeJson.Default.TrackingLink));
        Collect(texts, await Pages.OfAsync(rail.Port<IPromoCodeReader>()), record => JsonSerializer.Serialize(record, BridgeJson.Default.PromoCode));
        Collect(texts, await Pages.OfAsync(rail.Port<IConversionReader>()), record => JsonSerializer.Serialize(record, BridgeJson.Default.Conversion));
        await foreach (var check in rail.Port<IConnectionCheck>()!.CheckAsync(CancellationToken.None))
        {
            texts.Add($"{check.Name} {check.Detail} {check.Problem}");
        }

        var everything = string.Join('\n', texts).ToUpperInvariant();
        var kept = folder.Personal.Values().Select(value => value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        pack.Truth.PersonalValues.Should().HaveCountGreaterThan(500);
        foreach (var value in pack.Truth.PersonalValues)
        {
            everything.Should().NotContain(value.Value.ToUpperInvariant());
            (kept.Contains(value.Value.ToUpperInvariant()) || value.Kind == RakutenPersonalKind.Phone).Should().BeTrue("the vault keeps the value as written");
        }
    }

    [Fact]
    public async Task Values_belong_to_connection_and_publisher()
    {
        using var folder = new RakutenFolder().WriteSmall();
        await using var rail = folder.Open();

        var partner = (await Pages.OfAsync(rail.Port<IPartnerReader>()))[0].Records[0].Record;

        partner.Contacts.Should().ContainSingle();
        folder.Personal.Reveal(partner.Contacts[0].Email!.Value).Should().Be("PR@Fjord.example");
        folder.Personal.Reveal(partner.Contacts[0].FirstName!.Value).Should().Be("Ada");
        folder.Personal.Reveal(partner.Address!.City!.Value).Should().Be("Leeds");
        partner.Address.Country.Should().Be("GB");
        partner.PromotionMethods.Should().Equal("Content / Blog");
        (await folder.Personal.EraseAsync("acme-rakuten/2000001", CancellationToken.None)).Should().Be(8);
        folder.Personal.Reveal(partner.TaxNumber!.Value).Should().BeNull();
    }

    private static void Collect<T>(List<string> texts, IReadOnlyList<ReadPage<T>> pages, Func<T, string> json)
    {
        foreach (var page in pages)
        {
            texts.AddRange(page.Records.Select(read => $"{json(read.Record)} {read.Record} {string.Join(' ', read.Losses)}"));
            texts.AddRange(page.Findings.Select(finding => $"{finding} {finding.Subject}"));
            texts.Add($"{page.Raw?.Name} {page.Cursor}");
        }
    }
}
