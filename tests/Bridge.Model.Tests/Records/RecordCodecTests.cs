using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Records;

namespace Bridge.Model.Tests.Records;

public sealed class RecordCodecTests
{
    private static readonly TrackingLink Link = new()
    {
        Id = new TrackingLinkId("L-001"),
        Partner = new PartnerId("4711"),
        Kind = LinkKind.Deep,
        TrackingUrl = "https://click.example/deeplink?id=a*B",
        Destination = "https://shop.example/ü?x=1",
        SubIds = [new SubId("u1", "")],
        StartsAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-8)),
    };

    [Fact]
    public void A_link_comes_back_as_it_was_with_the_offset_of_its_rail()
    {
        var codec = RecordCodecs.TrackingLink;

        var back = codec.Decode(codec.Encode(Link));

        back.Should().Be(Link);
        back.StartsAt!.Value.Offset.Should().Be(TimeSpan.FromHours(-8));
        back.Name.Should().BeNull();
        back.SubIds[0].Value.Should().BeEmpty("absent is not empty");
    }

    [Fact]
    public void A_link_whose_URL_nobody_knows_and_where_it_was_seen_come_back_and_only_the_first_is_compared()
    {
        var codec = RecordCodecs.TrackingLink;
        var link = Link with
        {
            TrackingUrl = null,
            Evidence = LinkEvidence.Unknown,
            Reference = "88",
            SeenIn = "report.csv:12",
            SeenOn = "https://fjord.example/best",
            SeenAt = new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(2)),
        };

        var bytes = codec.Encode(link);
        var elsewhere = codec.Encode(link with { SeenIn = "report.csv:99", SeenOn = null, SeenAt = null });

        codec.Decode(bytes).Should().Be(link);
        codec.Decode(bytes).SeenAt!.Value.Offset.Should().Be(TimeSpan.FromHours(2));
        codec.Compared(elsewhere).ToArray().Should().Equal(codec.Compared(bytes).ToArray(), "a place is no difference");
        codec.Compared(codec.Encode(link with { Evidence = LinkEvidence.Computed })).ToArray().Should().NotEqual(codec.Compared(bytes).ToArray());
    }

    [Fact]
    public void Links_and_conversions_of_snapshots_from_before_are_read_as_they_are()
    {
        var compared = new RecordWriter();
        compared.Text("L-001");
        compared.Text("4711");
        compared.Varint((ulong)LinkKind.Deep);
        compared.Varint((ulong)LinkStatus.Active);
        compared.Text(null);
        compared.Text("https://click.example/deeplink?id=a*B");
        compared.Text("https://shop.example/ü?x=1");
        compared.Text(null);
        compared.Text(null);
        RecordParts.Write(compared, Link.SubIds);
        compared.Instant(Link.StartsAt);
        compared.Instant(null);
        var before = RecordParts.Frame(compared, tail =>
        {
            tail.Offset(Link.StartsAt);
            tail.Offset(null);
        });
        var order = new Conversion { Id = new ConversionId("o"), OrderId = "A-1", OccurredAt = DateTimeOffset.UnixEpoch };

        RecordCodecs.TrackingLink.Decode(before).Should().Be(Link);
        RecordCodecs.TrackingLink.Encode(Link).Should().Equal(before, "what a link has always had is written as it always was");
        RecordCodecs.Conversion.Decode(RecordCodecs.Conversion.Encode(order)).LinkReference.Should().BeNull();
        RecordCodecs.Conversion.Decode(RecordCodecs.Conversion.Encode(order with { LinkReference = "L-1" })).Should().Be(order with { LinkReference = "L-1" });
        RecordCodecs.Conversion.Decode(RecordCodecs.Conversion.Encode(order with { EventType = "New Lead" })).Should().Be(order with { EventType = "New Lead" });
        RecordCodecs.Conversion.Decode(RecordCodecs.Conversion.Encode(order with { LinkReference = "L-1", EventType = "New Lead" })).Should().Be(order with { LinkReference = "L-1", EventType = "New Lead" });
    }

    [Fact]
    public void The_offset_of_an_instant_plays_no_part_in_comparing()
    {
        var codec = RecordCodecs.TrackingLink;
        var elsewhere = Link with { StartsAt = Link.StartsAt!.Value.ToOffset(TimeSpan.FromHours(2)) };

        var one = codec.Encode(Link);
        var other = codec.Encode(elsewhere);

        codec.Compared(one).ToArray().Should().Equal(codec.Compared(other).ToArray());
    }

    [Fact]
    public void The_offset_of_an_instant_is_kept_in_a_contract_and_is_no_difference()
    {
        var codec = RecordCodecs.Contract;
        var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-8));
        Contract At(DateTimeOffset start) => new()
        {
            Id = new ContractId("1"),
            Partner = new PartnerId("1"),
            Name = "said at \"+05:30\"",
            Status = ContractStatus.Active,
            StartsAt = start,
            Terms = [new TimeBoxed { From = start, Until = start.AddDays(1), Terms = [new PercentOfSale { Rate = Rate.FromPercent(10) }] }],
        };

        var here = codec.Encode(At(instant));
        var there = codec.Encode(At(instant.ToOffset(TimeSpan.FromHours(5.5))));
        var utc = codec.Encode(At(instant.ToUniversalTime()));
        var later = codec.Encode(At(instant.AddSeconds(1)));

        here.Should().NotEqual(there);
        codec.Compared(here).ToArray().Should().Equal(codec.Compared(there).ToArray()).And.Equal(codec.Compared(utc).ToArray());
        codec.Compared(utc).ToArray().Should().Equal(utc, "UTC is what is compared");
        codec.Compared(later).ToArray().Should().NotEqual(codec.Compared(here).ToArray());
        codec.Decode(here).StartsAt!.Value.Offset.Should().Be(TimeSpan.FromHours(-8));
        codec.Decode(here).Should().Be(codec.Decode(there), "equality is by instant");
    }

    [Fact]
    public void A_contract_with_every_kind_of_term_comes_back_as_it_was()
    {
        var usd = Currency.Parse("usd");
        var contract = new Contract
        {
            Id = new ContractId("S-007"),
            Partner = new PartnerId("0042"),
            Name = "Standard",
            Status = ContractStatus.Active,
            Currency = usd,
            Terms =
            [
                new PercentOfSale { Rate = Rate.FromPercent(7.50m), Level = PayoutLevel.Order },
                new FlatPerAction { Amount = new Money.Money(12.5m, usd), Action = ActionKind.Lead },
                new Tiered { Basis = TierBasis.PeriodRevenue, Period = TermPeriod.Month, Tiers = [new Tier(0, 500, CommissionAmount.Of(Rate.FromPercent(5))), new Tier(500, null, CommissionAmount.Of(Rate.FromPercent(9)))] },
                new Recurring { Amount = CommissionAmount.Of(Rate.FromPercent(20)), Periods = null },
                new Bonus { Basis = TierBasis.PeriodCount, Threshold = 100, Amount = CommissionAmount.Of(new Money.Money(250, usd)) },
                new Cap { Target = CapTarget.PayoutPerAction, Payout = new Money.Money(50, usd) },
                new TimeBoxed { From = DateTimeOffset.UnixEpoch, Terms = [new PercentOfSale { Rate = Rate.FromPercent(10) }] },
                new SlottingFee { Trigger = SlottingFeeTrigger.Monthly, Amount = new Money.Money(300, usd) },
            ],
        };
        var codec = RecordCodecs.Contract;

        codec.Decode(codec.Encode(contract)).Should().Be(contract);
    }

    [Fact]
    public void Equal_amounts_have_equal_bytes_however_they_were_written()
    {
        var codec = RecordCodecs.Contract;
        Contract With(decimal percent) => new()
        {
            Id = new ContractId("1"),
            Partner = new PartnerId("1"),
            Name = "x",
            Status = ContractStatus.Active,
            Terms = [new PercentOfSale { Rate = Rate.FromPercent(percent) }],
        };

        codec.Encode(With(7.5m)).Should().Equal(codec.Encode(With(7.500m)));
    }

    [Fact]
    public void Minor_units_follow_the_currency()
    {
        new Money.Money(1234.5678m, Currency.Parse("JPY")).Round(MidpointRounding.AwayFromZero).Amount.Should().Be(1235m);
        new Money.Money(1.23456m, Currency.Parse("KWD")).Round(MidpointRounding.AwayFromZero).Amount.Should().Be(1.235m);
        Currency.TryParse("XXZ", out _).Should().BeFalse();
    }

    [Fact]
    public void Bytes_that_were_cut_off_are_no_record()
    {
        var codec = RecordCodecs.TrackingLink;
        var bytes = codec.Encode(Link);

        var decode = () => codec.Decode(bytes.AsSpan(0, bytes.Length / 2));

        decode.Should().Throw<FormatException>();
    }
}
