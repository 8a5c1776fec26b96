namespace Bridge.Rails.Abstractions.Tables;

/// <summary>One column that a reader knows.</summary>
/// <param name="Name">Name under which the reader asks for it, and the first header that is looked for.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Required">True when a file without it cannot be read.</param>
/// <param name="Aliases">Other headers: other languages, older exports.</param>
public sealed record TableColumn(string Name, CellKind Kind, bool Required, params string[] Aliases)
{
    /// <summary>True when its cells may hold personal values: none is ever quoted in a finding.</summary>
    public bool Personal { get; init; }

    /// <summary>The one header that is looked for, in place of name and aliases; null when those hold.</summary>
    public string? Header { get; init; }

    /// <summary>Where people said which column it is, with line and column of the map; null when nobody had to.</summary>
    public string? Declared { get; init; }

    /// <summary>Place in the row from 1, which wins over every header; null when the header says it.</summary>
    public int? Position { get; init; }

    /// <summary>Text of every row when the file has no such column; null for none.</summary>
    public string? Constant { get; init; }

    /// <summary>The file's words and what they stand for, letter case ignored; words that are not in it stay. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? Words { get; init; }

    /// <summary>What the column means, for templates; empty when nothing needs to be said.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>A cell as it may look, for templates; empty when it may stay blank.</summary>
    public string Example { get; init; } = "";
}
