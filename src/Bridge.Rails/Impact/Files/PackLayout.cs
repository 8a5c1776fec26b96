using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Files;

/// <summary>Which value stands where in a file.</summary>
internal sealed record PackLayout
{
    /// <summary>Where each column of the file takes its value from: an index into the built-in columns; -1 for a constant or nothing.</summary>
    public required IReadOnlyList<int> Sources { get; init; }

    /// <summary>Constants by column of the file; null where there is none.</summary>
    public required IReadOnlyList<string?> Constants { get; init; }

    /// <summary>What it rests on, for people.</summary>
    public required FilePackColumns Columns { get; init; }

    /// <summary>Separator of a CSV file.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>True when the template begins with a byte-order mark, by which its program knows UTF-8.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>Path of the template; null for the built-in columns.</summary>
    public string? Path { get; init; }

    /// <summary>True when a built-in column has a place in the file.</summary>
    public bool Has(int column) => Sources.Contains(column);

    /// <summary>The built-in columns in their order.</summary>
    public static PackLayout BuiltIn(IReadOnlyList<PackColumn> columns, ValueList<Model.Findings.Finding> problems) => new()
    {
        Sources = [.. Enumerable.Range(0, columns.Count)],
        Constants = [.. columns.Select(_ => (string?)null)],
        Columns = new FilePackColumns
        {
            Columns = [.. columns.Select(column => column.Name)],
            Unconfirmed = [.. columns.Select(column => column.Name)],
            Problems = problems,
        },
    };

    /// <summary>One row of the file from the values of the built-in columns.</summary>
    public IReadOnlyList<string?> Row(IReadOnlyList<string?> values) => [.. Sources.Select((source, index) => source < 0 ? Constants[index] : values[source])];
}
