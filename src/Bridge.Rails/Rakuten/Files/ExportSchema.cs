namespace Bridge.Rails.Rakuten.Files;

/// <summary>One kind of file: what it is called, which columns it has, where people get it.</summary>
internal sealed record ExportSchema
{
    /// <summary>Kind.</summary>
    public required ExportKind Kind { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the setting that overrides the file pattern.</summary>
    public required string Setting { get; init; }

    /// <summary>File pattern inside the export folder.</summary>
    public required string Pattern { get; init; }

    /// <summary>Where it comes from, as an instruction.</summary>
    public required string Origin { get; init; }

    /// <summary>True when a migration cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>True when its cells may hold personal values that are not marked by the column: no cell is ever quoted.</summary>
    public bool Personal { get; init; }

    /// <summary>Columns.</summary>
    public required IReadOnlyList<ExportColumn> Columns { get; init; }
}
