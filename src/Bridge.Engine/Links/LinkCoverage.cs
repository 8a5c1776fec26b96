using System.IO.Hashing;
using System.Runtime.InteropServices;
using Bridge.Engine.Snapshots;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Records;

namespace Bridge.Engine.Links;

/// <summary>
/// Which orders of the source came through which link, by partner and link as the reports call it. Holds an entry of about 60
/// bytes for each link with orders and currency, 60 MB for a million of them; the conversions themselves stream by.
/// </summary>
public sealed class LinkCoverage
{
    private readonly Dictionary<(UInt128 Link, Currency? Currency), (long Orders, decimal Sales)> byLink = [];
    private readonly HashSet<UInt128> claimed = [];
    private readonly List<Currency?> currencies = [];

    private LinkCoverage(bool known) => IsKnown = known;

    /// <summary>False when the snapshot holds no conversions: then nothing is known about orders.</summary>
    public bool IsKnown { get; }

    /// <summary>All orders of the program in the time that was extracted.</summary>
    public OrderShare Program { get; private set; } = OrderShare.None;

    /// <summary>Orders for which the rail names no link.</summary>
    public OrderShare Unnamed { get; private set; } = OrderShare.None;

    /// <summary>Reads the conversions of a snapshot.</summary>
    public static async Task<LinkCoverage> ReadAsync(ISnapshot source, CancellationToken cancellationToken)
    {
        var coverage = new LinkCoverage(source.Manifest.Of(EntityKind.Conversion) is { Records: > 0 });
        var program = new Dictionary<(bool Named, Currency? Currency), (long Orders, decimal Sales)>();
        await foreach (var (conversion, _, _) in source.ReadAsync(RecordCodecs.Conversion, cancellationToken))
        {
            var order = conversion.Status is ConversionStatus.Correction or ConversionStatus.Reversed ? 0L : 1L;
            var (currency, sales) = (conversion.Amount?.Currency, conversion.Status == ConversionStatus.Reversed ? 0 : conversion.Amount?.Amount ?? 0);
            var key = conversion is { Partner: { } partner, LinkReference: { } link } ? Key(partner.Value, link) : (UInt128?)null;
            Count(program, (key is not null, currency), order, sales);
            if (key is { } named)
            {
                Count(coverage.byLink, (named, currency), order, sales);
            }
        }

        coverage.currencies.AddRange(program.Keys.Select(each => each.Currency).Distinct().OrderBy(currency => currency?.Code, StringComparer.Ordinal));
        coverage.Unnamed = ShareOf(program.Where(pair => !pair.Key.Named).Select(pair => (pair.Key.Currency, pair.Value)));
        coverage.Program = ShareOf(program.Select(pair => (pair.Key.Currency, pair.Value)));
        return coverage;
    }

    /// <summary>The orders of a link. Of two links that the reports call alike, the first one that is asked for has the orders.</summary>
    public OrderShare Take(TrackingLink link)
    {
        var key = Key(link.Partner.Value, link.Reference ?? link.Id.Value);
        if (!currencies.Exists(currency => byLink.ContainsKey((key, currency))) || !claimed.Add(key))
        {
            return OrderShare.None;
        }

        return ShareOf(currencies.Where(currency => byLink.ContainsKey((key, currency))).Select(currency => (currency, byLink[(key, currency)])));
    }

    /// <summary>Orders whose link the rail names, but which no link that was asked for has.</summary>
    public OrderShare Unclaimed() => ShareOf(byLink
        .Where(pair => !claimed.Contains(pair.Key.Link))
        .GroupBy(pair => pair.Key.Currency)
        .Select(group => (group.Key, (group.Sum(pair => pair.Value.Orders), group.Sum(pair => pair.Value.Sales)))));

    private static UInt128 Key(string partner, string link) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes($"{partner}\u001f{link}".AsSpan()));

    private static void Count<TKey>(Dictionary<TKey, (long Orders, decimal Sales)> sums, TKey key, long orders, decimal sales)
        where TKey : notnull
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum = (sum.Orders + orders, sum.Sales + sales);
    }

    private static OrderShare ShareOf(IEnumerable<(Currency? Currency, (long Orders, decimal Sales) Sum)> sums) => sums.Aggregate(
        OrderShare.None,
        (share, each) => share.Add(new OrderShare
        {
            Orders = each.Sum.Orders,
            Sales = each.Currency is { } currency ? [new Money(each.Sum.Sales, currency)] : [],
        }));
}
