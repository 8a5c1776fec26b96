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

    /// <summary>What its rows are records of or complete; null when they are neither.</summary>
    public Model.Identity.EntityKind? Entity { get; init; }

    /// <summary>Who usually has it or can get it; empty when nobody in particular.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What happens without it, as a sentence; empty when nothing needs to be said.</summary>
    public string Without { get; init; } = "";

    /// <summary>Settings of which one makes the file unnecessary, because its rows then come another way.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>Words in the name of a file that tell this kind from others with the same columns, in lower case.</summary>
    public IReadOnlyList<string> NameWords { get; init; } = [];

    /// <summary>How its rows tell it from kinds with the same columns; null when they do not.</summary>
    public TableTell? Tell { get; init; }

    /// <summary>What a sheet of it may leave open and people are asked.</summary>
    public IReadOnlyList<TableQuestion> Questions { get; init; } = [];

    /// <summary>Column by which its rows are known, for coverage; null for none.</summary>
    public string? KeyColumn { get; init; }

    /// <summary>Kind whose keys should all stand in this one; null for none.</summary>
    public TableCoverage? Covers { get; init; }

    /// <summary>Date column that says which time the file covers; null for none.</summary>
    public string? PeriodColumn { get; init; }

    /// <summary>True when a migration cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>True when its cells may hold personal values that are not marked by the column: no cell is ever quoted.</summary>
    public bool Personal { get; init; }

    /// <summary>False when the file begins with its first row; columns then have positions.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Columns.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }
}
