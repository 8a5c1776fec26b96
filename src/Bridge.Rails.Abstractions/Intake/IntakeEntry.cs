using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>How one file or sheet is read: what it holds and which column is which.</summary>
public sealed record IntakeEntry
{
    /// <summary>Name inside the folder; a sheet behind <c>#</c>.</summary>
    public required string File { get; init; }

    /// <summary>Name of the kind of table; null for a file that is not read.</summary>
    public string? Holds { get; init; }

    /// <summary>Line of the header, from 1.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>Order of dates that the file leaves open.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Form of numbers that the file leaves open.</summary>
    public NumberStyle? Numbers { get; init; }

    /// <summary>Zone of times that name none; null for that of the connection.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Columns that are read.</summary>
    public ValueList<IntakeColumn> Columns { get; init; } = [];

    /// <summary>The schema with the columns as this file has them.</summary>
    public TableSchema Apply(TableSchema schema)
    {
        var found = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return schema with
        {
            Columns =
            [
                .. schema.Columns.Where(column => found.ContainsKey(column.Name)).Select(column => column with
                {
                    Aliases = [],
                    Header = found[column.Name].Header,
                    Position = found[column.Name].Place,
                    Declared = found[column.Name].Place is { } place
                        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"column {place} by 'bridge inbox'")
                        : $"header '{found[column.Name].Header}' by 'bridge inbox'",
                }),
            ],
        };
    }

    /// <summary>The connection's forms with what was decided about this file.</summary>
    public TableForms Apply(TableForms forms) => forms with
    {
        Dates = Dates ?? forms.Dates,
        Numbers = Numbers ?? forms.Numbers,
        HeaderLine = HeaderLine > 1 ? HeaderLine : forms.HeaderLine,
        Zone = TimeZone is { } zone && TableForms.ZoneOf(zone) is { } known ? known : forms.Zone,
    };
}
