namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What a row turned out to be; the row counts of a page are made of these.</summary>
public enum RowOutcomeKind
{
    /// <summary>A record of the entity.</summary>
    Record,

    /// <summary>A summary: a totals row, or traffic that no order belongs to.</summary>
    Total,

    /// <summary>Repeats what another row says already.</summary>
    Duplicate,

    /// <summary>Cannot be read.</summary>
    Unreadable,

    /// <summary>Outside the time that the read covers: not a row of this read.</summary>
    NotCovered,
}
