using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>One page of a read: the unit that is checkpointed and resumed.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
public sealed record ReadPage<T>
{
    /// <summary>Records in rail order.</summary>
    public required IReadOnlyList<Read<T>> Records { get; init; }

    /// <summary>The page as received; null when an earlier page of the same read already brought these bytes.</summary>
    public RawPage? Raw { get; init; }

    /// <summary>What became of its rows.</summary>
    public required RowCounts Rows { get; init; }

    /// <summary>Problems of its rows.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Where a later read continues behind this page; null on the last page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Number of records the rail says there are in all; null when it does not say. For progress and a cross-check.</summary>
    public long? Total { get; init; }
}
