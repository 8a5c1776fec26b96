using Bridge.Model.Conversions;
using Bridge.Model.Money;

namespace Bridge.Engine.Readiness;

/// <summary>Orders of the source, streamed: amounts of the wanted ids, a count for each partner, and until when orders can change.</summary>
/// <param name="wanted">Order ids whose amounts are wanted.</param>
/// <param name="locks">Days that orders of a partner can change.</param>
/// <param name="now">The day as which everything is judged.</param>
/// <param name="since">From when on orders of a partner count.</param>
internal sealed class SourceOrders(HashSet<string> wanted, IReadOnlyDictionary<string, int> locks, DateTimeOffset now, DateTimeOffset since)
{
    private readonly Dictionary<string, KnownOrder> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> orders = new(StringComparer.Ordinal);

    /// <summary>Orders that can still change.</summary>
    public long Open { get; private set; }

    /// <summary>Day on which the last one locks; null when no contract says.</summary>
    public DateOnly? LastLock { get; private set; }

    public void Add(Conversion conversion)
    {
        if (conversion.OrderId is { } id && wanted.Contains(id))
        {
            var order = known.GetValueOrDefault(id) ?? new KnownOrder("source", null, null);
            var amount = (order.Amount, conversion.Amount) switch
            {
                ({ } sum, { } more) when sum.Currency == more.Currency => new Money(sum.Amount + more.Amount, sum.Currency),
                (null, { } first) => first,
                (var sum, _) => sum,
            };
            known[id] = order with { Amount = amount, CustomerStatus = order.CustomerStatus ?? conversion.CustomerStatus };
        }

        if (conversion.Status is ConversionStatus.Correction or ConversionStatus.Reversed || conversion.Partner?.Value is not { } partner)
        {
            return;
        }

        if (conversion.OccurredAt >= since)
        {
            orders[partner] = orders.GetValueOrDefault(partner) + 1;
        }

        if (locks.TryGetValue(partner, out var days))
        {
            var day = DateOnly.FromDateTime(conversion.OccurredAt.UtcDateTime).AddDays(days);
            LastLock = LastLock is { } last && last > day ? last : day;
            Open += day > DateOnly.FromDateTime(now.UtcDateTime) ? 1 : 0;
        }
    }

    public Dictionary<string, KnownOrder> Known() => new(known, StringComparer.Ordinal);

    public long Of(string partner) => orders.GetValueOrDefault(partner);
}
