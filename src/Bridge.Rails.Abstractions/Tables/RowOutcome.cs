using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What one row turned out to be.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
/// <param name="Kind">What it is.</param>
/// <param name="Record">The record; null for every other kind.</param>
public readonly record struct RowOutcome<T>(RowOutcomeKind Kind, Read<T>? Record)
{
    /// <summary>A summary row.</summary>
    public static RowOutcome<T> Total { get; } = new(RowOutcomeKind.Total, null);

    /// <summary>A row that repeats another one.</summary>
    public static RowOutcome<T> Duplicate { get; } = new(RowOutcomeKind.Duplicate, null);

    /// <summary>A row that cannot be read; its finding is written.</summary>
    public static RowOutcome<T> Unreadable { get; } = new(RowOutcomeKind.Unreadable, null);

    /// <summary>A row outside the time that is read.</summary>
    public static RowOutcome<T> NotCovered { get; } = new(RowOutcomeKind.NotCovered, null);

    /// <summary>A record.</summary>
    public static RowOutcome<T> Of(Read<T> record) => new(RowOutcomeKind.Record, record);
}
