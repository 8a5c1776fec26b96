namespace Bridge.Engine.Readiness;

/// <summary>What readiness is judged from. Bounded: the conversions of some days, the orders of the same ids, one row for each partner with orders.</summary>
public sealed record ReadinessFacts
{
    /// <summary>The day as which everything is judged: that of the target snapshot, never a clock.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How many days back a conversion is recent.</summary>
    public required int RecentDays { get; init; }

    /// <summary>Actions that the contracts in scope pay for, for example <c>sale</c>.</summary>
    public required IReadOnlyList<string> EventTypes { get; init; }

    /// <summary>Recent conversions of the target.</summary>
    public required IReadOnlyList<SeenConversion> Conversions { get; init; }

    /// <summary>Orders known from elsewhere, by order id.</summary>
    public required IReadOnlyDictionary<string, KnownOrder> Orders { get; init; }

    /// <summary>Hosts of the links in scope and of the brand.</summary>
    public required IReadOnlyList<HostUse> Hosts { get; init; }

    /// <summary>Day on which the last order on the source locks; null when nothing says it.</summary>
    public DateOnly? LastLock { get; init; }

    /// <summary>Orders on the source that can still change.</summary>
    public long OpenOrders { get; init; }

    /// <summary>Partners with orders.</summary>
    public required IReadOnlyList<PartnerInPlay> Partners { get; init; }

    /// <summary>Rows of the sheet, by name of the check and subject.</summary>
    public IReadOnlyDictionary<(string Check, string Subject), ReadinessAnswer> Answers { get; init; } = new Dictionary<(string, string), ReadinessAnswer>();
}
