using Bridge.Model.Conversions;

namespace Bridge.Engine.Brands;

/// <summary>Sums the conversions of one partner in one program. Sub-publishers are counted by a hash of 16 bytes each.</summary>
internal sealed class ParticipationTally
{
    private const string SubPublisher = "subPublisher";
    private readonly SortedDictionary<string, ParticipationTotals> totals = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> subPublishers = [];
    private long subPublisherOrders;

    public void Add(Conversion conversion)
    {
        var order = conversion.Status is not (ConversionStatus.Correction or ConversionStatus.Reversed);
        if ((conversion.Amount ?? conversion.Payout)?.Currency is { } currency && conversion.Status != ConversionStatus.Reversed)
        {
            var known = totals.GetValueOrDefault(currency.Code) ?? new ParticipationTotals(currency, 0, 0, 0);
            totals[currency.Code] = known with
            {
                Orders = known.Orders + (order ? 1 : 0),
                Sales = known.Sales + (conversion.Amount?.Amount ?? 0),
                Commission = known.Commission + (conversion.Payout?.Amount ?? 0),
            };
        }

        if (conversion.SubIds.FirstOrDefault(sub => sub.Name == SubPublisher) is { } named && named.Value.Length > 0)
        {
            subPublishers.Add(Matching.HashKey.Of("subPublisher", named.Value));
            subPublisherOrders += order ? 1 : 0;
        }
    }

    public Participation Complete(Participation participation) => participation with
    {
        Totals = [.. totals.Values],
        SubPublishers = subPublishers.Count,
        SubPublisherOrders = subPublisherOrders,
    };
}
