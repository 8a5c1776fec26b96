namespace Bridge.Rails.Abstractions.Intake;

/// <summary>The beginning of a file or sheet: header and what the cells below it look like.</summary>
internal sealed class TableSample
{
    /// <summary>Line of the header, from 1.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>Headers as written.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>Cells by column.</summary>
    public required IReadOnlyList<ColumnProfile> Columns { get; init; }

    /// <summary>Rows that were looked at, without blank ones and examples of templates.</summary>
    public required int Rows { get; init; }

    /// <summary>True when an example row of a template was seen.</summary>
    public bool HasExample { get; init; }
}
