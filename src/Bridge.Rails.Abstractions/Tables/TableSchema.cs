namespace Bridge.Rails.Abstractions.Tables;

/// <summary>One kind of table file: what it is called, which columns it has, where people get it.</summary>
public sealed record TableSchema
{
    /// <summary>Key among the schemas of a rail.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the setting that names its files.</summary>
    public required string Setting { get; init; }

    /// <summary>File patterns inside the folder.</summary>
    public required IReadOnlyList<string> Patterns { get; init; }

    /// <summary>Where it comes from, as an instruction.</summary>
    public required string Origin { get; init; }

    /// <summary>True when a migration cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>True when its cells may hold personal values that are not marked by the column: no cell is ever quoted.</summary>
    public bool Personal { get; init; }

    /// <summary>False when the file begins with its first row; columns then have positions.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Columns.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }
}
