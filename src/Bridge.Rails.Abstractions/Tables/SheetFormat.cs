namespace Bridge.Rails.Abstractions.Tables;

/// <summary>How a cell shows its number.</summary>
internal enum SheetFormat
{
    /// <summary>As a number.</summary>
    Plain,

    /// <summary>As a day or a time of a day.</summary>
    Date,

    /// <summary>As percent.</summary>
    Percent,
}
