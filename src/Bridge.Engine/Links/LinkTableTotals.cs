using Bridge.Engine.Planning;
using Bridge.Model.Identity;
using Bridge.Model.Links;

namespace Bridge.Engine.Links;

/// <summary>Sums of an old-to-new table. Each number is counted when its row passes; none is computed from the others.</summary>
public sealed class LinkTableTotals
{
    private readonly long[] states = new long[Enum.GetValues<LinkState>().Length];
    private readonly long[] evidence = new long[Enum.GetValues<LinkEvidence>().Length];
    private readonly OrderShare[] stateOrders = [.. Enum.GetValues<LinkState>().Select(_ => OrderShare.None)];
    private readonly OrderShare[] evidenceOrders = [.. Enum.GetValues<LinkEvidence>().Select(_ => OrderShare.None)];
    private readonly long[] newEvidence = new long[Enum.GetValues<NewUrlEvidence>().Length];
    private readonly long[] verification = new long[Enum.GetValues<LinkVerification>().Length];
    private readonly SortedDictionary<string, long> reasons = new(StringComparer.Ordinal);

    /// <summary>Rows.</summary>
    public long Links { get; private set; }

    /// <summary>Orders of the program; null when the snapshot holds no conversions.</summary>
    public OrderShare? Program { get; init; }

    /// <summary>Orders that no link with a known URL covers; null as above, or when only one partner's rows were counted.</summary>
    public OrderShare? Uncovered { get; private set; }

    /// <summary>Reasons of links that are not moved, with their number.</summary>
    public IReadOnlyCollection<KeyValuePair<string, long>> Reasons => reasons;

    /// <summary>Links in a state.</summary>
    public long In(LinkState state) => states[(int)state];

    /// <summary>Orders of the links in a state.</summary>
    public OrderShare OrdersIn(LinkState state) => stateOrders[(int)state];

    /// <summary>Old links by how they are known.</summary>
    public long KnownBy(LinkEvidence how) => evidence[(int)how];

    /// <summary>Orders of these.</summary>
    public OrderShare OrdersKnownBy(LinkEvidence how) => evidenceOrders[(int)how];

    /// <summary>New links by how their URL is known.</summary>
    public long New(NewUrlEvidence how) => newEvidence[(int)how];

    /// <summary>Links by what their proof rests on.</summary>
    public long RestingOn(LinkVerification what) => verification[(int)what];

    /// <summary>Counts a row.</summary>
    public void Count(LinkTableRow row)
    {
        Links++;
        states[(int)row.State]++;
        evidence[(int)row.Old.Evidence]++;
        newEvidence[(int)row.NewUrlEvidence]++;
        verification[(int)row.Verification]++;
        if (row.Orders is { Orders: not 0 } or { Sales.Count: > 0 })
        {
            stateOrders[(int)row.State] = stateOrders[(int)row.State].Add(row.Orders);
            evidenceOrders[(int)row.Old.Evidence] = evidenceOrders[(int)row.Old.Evidence].Add(row.Orders);
        }

        if (row.State == LinkState.NotMoved && row.Reason is { } reason)
        {
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }
    }

    /// <summary>Ends the count of a whole table.</summary>
    /// <param name="extracted">Links that the plan took up.</param>
    /// <param name="coverage">Orders of the program.</param>
    /// <exception cref="ConservationException">A link was lost or doubled, or orders were.</exception>
    public void Close(long extracted, LinkCoverage coverage)
    {
        if (Links != extracted || states.Sum() != extracted)
        {
            throw new ConservationException($"{EntityNames.Of(EntityKind.TrackingLink)}: the plan took up {extracted}, the old-to-new table has {Links}.");
        }

        if (!coverage.IsKnown)
        {
            return;
        }

        Uncovered = coverage.Unnamed.Add(coverage.Unclaimed()).Add(OrdersKnownBy(LinkEvidence.Unknown));
        var covered = OrdersKnownBy(LinkEvidence.Observed).Add(OrdersKnownBy(LinkEvidence.Computed)).Orders;
        if (covered + Uncovered.Orders != coverage.Program.Orders)
        {
            throw new ConservationException($"orders: the program has {coverage.Program.Orders}, links with a known URL cover {covered} and {Uncovered.Orders} are not covered.");
        }
    }
}
