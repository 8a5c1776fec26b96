using Bridge.Model.Money;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenPromoCodeTests : IDisposable
{
    private const string Header = "Code,Site ID,Description,Discount Type,Discount,Start Date,End Date,Currency\n";
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Codes_carry_owner_discount_and_state()
    {
        var page = await ReadAsync("save10,2000001,\"10 % off,\nnot with others\",percent,10,2026-01-01,2026-06-29,USD\nSHIP,,free,free shipping,,,,\nFIVE,2000001,,fixed,5.50,,2026-06-30,EUR\n");

        page.Records.Select(read => read.Record).Should().Equal(
            new PromoCode
            {
                Id = new("SAVE10|2000001"),
                Code = "save10",
                Owner = new("2000001"),
                Status = PromoCodeStatus.Expired,
                Description = "10 % off,\nnot with others",
                Discount = new Discount { Kind = DiscountKind.Percent, Rate = new Rate(0.1m) },
                StartsAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                EndsAt = new DateTimeOffset(2026, 6, 29, 23, 59, 59, TimeSpan.Zero),
            },
            new PromoCode { Id = new("SHIP|"), Code = "SHIP", Status = PromoCodeStatus.Active, Description = "free", Discount = new Discount { Kind = DiscountKind.FreeShipping } },
            new PromoCode
            {
                Id = new("FIVE|2000001"),
                Code = "FIVE",
                Owner = new("2000001"),
                Status = PromoCodeStatus.Active,
                Discount = new Discount { Kind = DiscountKind.Fixed, Amount = new Money(5.5m, Currency.Parse("EUR")) },
                EndsAt = new DateTimeOffset(2026, 6, 30, 23, 59, 59, TimeSpan.Zero),
            });
    }

    [Fact]
    public async Task A_code_that_two_publishers_claim_is_two_records()
    {
        var page = await ReadAsync("HELLO,1,,percent,5,,,\nHello,2,,percent,5,,,\n");

        page.Records.Select(read => read.Record.Id.Value).Should().Equal("HELLO|1", "HELLO|2");
    }

    [Fact]
    public async Task A_code_that_is_called_total_is_no_totals_row()
    {
        var page = await ReadAsync("TOTAL,1,a tenth off all,percent,10,,,\nTotal,,,,150,,,\n");

        page.Records.Should().ContainSingle().Which.Record.Id.Value.Should().Be("TOTAL|1");
        page.Rows.Totals.Should().Be(1);
    }

    [Fact]
    public async Task An_unknown_discount_or_currency_is_a_loss_of_that_cell()
    {
        var page = await ReadAsync("A,1,,mystery,5,,,\nB,1,,fixed,5,,,BUCKS\n,1,,percent,5,,,\n");

        page.Records.Select(read => read.Record.Discount).Should().Equal(new Discount { Kind = DiscountKind.Other }, new Discount { Kind = DiscountKind.Fixed });
        page.Records.Should().OnlyContain(read => read.Losses.Count == 1);
        page.Rows.Unreadable.Should().Be(1);
    }

    private async Task<ReadPage<PromoCode>> ReadAsync(string rows)
    {
        folder.Write("codes.csv", Header + rows);
        await using var rail = folder.Open();
        return (await Pages.OfAsync(rail.Port<IPromoCodeReader>())).Should().ContainSingle().Which;
    }
}
