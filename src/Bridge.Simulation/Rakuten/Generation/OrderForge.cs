using System.Globalization;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Rows of the saved custom report: monthly traffic, orders, and corrections with negative amounts.</summary>
internal sealed class OrderForge(RakutenPackOptions options, SeedMixer seeds)
{
    /// <summary>Traffic of one publisher in the month before the export.</summary>
    public RakutenReportRow Traffic(RakutenPublisher publisher, RakutenOffer offer, RakutenLink? link, int ordinal)
    {
        var random = seeds.Randomizer(Purpose.Traffic, ordinal);
        var clicks = random.Int(3, 9000);
        return new RakutenReportRow
        {
            Publisher = publisher,
            Offer = offer,
            Link = link,
            TransactionDate = options.AsOf.AddDays(-random.Int(1, 28)),
            Impressions = clicks * random.Int(8, 40),
            Clicks = clicks,
        };
    }

    /// <summary>One order, and its correction where there is one.</summary>
    public IEnumerable<RakutenReportRow> Order(RakutenPublisher publisher, RakutenOffer offer, RakutenLink? link, int ordinal)
    {
        var random = seeds.Randomizer(Purpose.Orders, ordinal);
        var date = options.AsOf.AddDays(-random.Int(15, 30 * options.Months));
        var sales = random.Int(1500, 320_000) / 100m;
        var order = new RakutenReportRow
        {
            Publisher = publisher,
            Offer = offer,
            Link = link,
            TransactionDate = date,
            SubPublisher = SubPublisher(publisher, ordinal),
            OrderId = string.Create(CultureInfo.InvariantCulture, $"A{options.Seed & 0xFFF:X3}-{100_000 + ordinal}"),
            Orders = 1,
            Sales = sales,
            Commission = Commission(offer, sales),
        };
        yield return order;
        if (ordinal % 20 == 5)
        {
            var full = ordinal % 40 == 5;
            var back = full ? 1m : random.Int(10, 80) / 100m;
            yield return order with
            {
                TransactionDate = date.AddDays(random.Int(1, 14)),
                Orders = full ? -1 : 0,
                Sales = -Round(sales * back),
                Commission = -Round(order.Commission * back),
            };
        }
    }

    /// <summary>Sub-networks tell of most orders, not of all, who brought them.</summary>
    private RakutenSubPublisher? SubPublisher(RakutenPublisher publisher, int ordinal)
    {
        if (options.SubPublishers == 0 || publisher.Kind != RakutenPublisherKind.SubNetwork || ordinal % 7 == 6)
        {
            return null;
        }

        var number = seeds.Below(Purpose.SubPublishers, ordinal, options.SubPublishers) + 1;
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new($"{publisher.Sid}-{text}", $"{publisher.Name} site {text}", $"https://site-{text}.{publisher.Domain}");
    }

    /// <summary>By the base rule, in the band of the order's own value; period ladders pay their first band.</summary>
    private static decimal Commission(RakutenOffer offer, decimal sales)
    {
        var rule = offer.Rules.First(candidate => candidate.IsBaseCommission);
        var tier = rule.Basis == RakutenThresholdBasis.OrderValue
            ? rule.Tiers.Last(candidate => candidate.Threshold <= sales)
            : rule.Tiers[0];
        return rule.CommissionType == RakutenCommissionType.Flat ? tier.Commission : Round(sales * tier.Commission / 100m);
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
