using System.Globalization;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>The settings that every rail of tables has; each problem goes to the findings of the settings reader.</summary>
public static class TableSettings
{
    /// <summary>A pattern that says: the program has no such file.</summary>
    public const string None = "none";

    /// <summary>How numbers, dates and times are written where a file leaves it open: <c>numberFormat</c>, <c>dateOrder</c>, <c>timeZone</c>.</summary>
    public static TableForms Forms(SettingsReader settings)
    {
        var zone = settings.OptionalText("timeZone") is { } text ? TableForms.ZoneOf(text) : TimeZoneInfo.Utc;
        if (zone is null)
        {
            settings.Problem("timeZone", $"'timeZone' of connection '{settings.Connection}' must be an offset or the name of a zone.", "Write for example -05:00 or America/New_York.");
        }

        return new TableForms
        {
            Numbers = settings.Choice("numberFormat", "auto", "auto", "1,234.56", "1.234,56") switch
            {
                "1,234.56" => NumberStyle.Point,
                "1.234,56" => NumberStyle.Comma,
                _ => null,
            },
            Dates = settings.Choice("dateOrder", "auto", "auto", "mdy", "dmy", "ymd") switch
            {
                "mdy" => DateOrder.MonthFirst,
                "dmy" => DateOrder.DayFirst,
                "ymd" => DateOrder.YearFirst,
                _ => null,
            },
            Zone = zone ?? TimeZoneInfo.Utc,
        };
    }

    /// <summary>Files of a kind as the settings name them: empty when nothing is said, <see cref="None"/> alone when there are none.</summary>
    public static IReadOnlyList<string> Patterns(SettingsReader settings, TableSchema schema)
    {
        var patterns = settings.List(schema.Setting);
        if (patterns.Any(pattern => string.IsNullOrWhiteSpace(pattern) || Path.IsPathRooted(pattern) || pattern.Contains("..", StringComparison.Ordinal)))
        {
            settings.Problem(schema.Setting, $"'{schema.Setting}' of connection '{settings.Connection}' must name files inside the export folder.", $"Write a pattern such as {schema.Patterns[0]}, or '{None}' when the program has no such file.");
        }

        return patterns;
    }

    /// <summary>The setting that names the files of a kind.</summary>
    public static SettingDescriptor Of(TableSchema schema) => new(
        schema.Setting,
        false,
        $"Files of the {schema.Title} inside the folder, one pattern or a list, CSV or XLSX (a sheet behind '#'); '{None}' when the program has none.",
        schema.Patterns[0]);

    /// <summary>Currency of amounts that name none: <c>currency</c>, required.</summary>
    public static Currency Currency(SettingsReader settings)
    {
        var text = settings.RequiredText("currency");
        if (!Model.Money.Currency.TryParse(text, out var currency) && text.Length > 0)
        {
            settings.Problem("currency", $"'currency' of connection '{settings.Connection}' must be an ISO 4217 code; '{text}' is none.", "Write the currency of the program, for example USD.");
        }

        return currency;
    }

    /// <summary>Day of the export, by which contracts and codes have ended or not: <c>exportDate</c>; null for today.</summary>
    public static DateOnly? ExportDate(SettingsReader settings)
    {
        if (settings.OptionalText("exportDate") is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        settings.Problem("exportDate", $"'exportDate' of connection '{settings.Connection}' must be a day; '{text}' is none.", "Write it as YYYY-MM-DD, or leave it out for today.");
        return null;
    }
}
