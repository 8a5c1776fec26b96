using System.Globalization;
using Bridge.Model.Findings;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Columns;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House;

/// <summary>Reads and checks the settings of one connection and its column map; every problem goes to the findings.</summary>
internal static class HouseOptionsReader
{
    /// <summary>A pattern that says: the program has no such file.</summary>
    public const string None = "none";

    /// <summary>The settings; only to be used when no finding is blocking.</summary>
    public static HouseOptions Read(SettingsReader settings, ICollection<Finding> findings)
    {
        var folder = settings.RequiredText("exportFolder") is { Length: > 0 } ? settings.OptionalPath("exportFolder") ?? "" : "";
        var program = settings.RequiredText("programId");
        var forms = Forms(settings);
        var map = settings.OptionalPath("columns") is { } path ? new ColumnMap(forms).Read(path, findings) : new Dictionary<HouseKind, IReadOnlyList<MappedFiles>>();
        return new HouseOptions
        {
            Connection = settings.Connection,
            ExportFolder = folder,
            Files = HouseSchemas.All.ToDictionary(schema => Enum.Parse<HouseKind>(schema.Name), schema => Files(settings, schema, forms, map)),
            ProgramId = program,
            AccountId = settings.OptionalText("accountId") ?? program,
            ProgramName = settings.OptionalText("programName") ?? program,
            Currency = ReadCurrency(settings),
            Zone = forms.Zone,
            ExportDate = ReadExportDate(settings),
            TrackingHost = settings.OptionalText("trackingHost"),
            DefaultLandingPage = settings.OptionalText("defaultLandingPage"),
            PermittedHosts = settings.List("permittedHosts"),
        };
    }

    private static TableForms Forms(SettingsReader settings)
    {
        var zone = settings.OptionalText("timeZone") is { } text ? TableForms.ZoneOf(text) : TimeZoneInfo.Utc;
        if (zone is null)
        {
            settings.Problem("timeZone", $"'timeZone' of connection '{settings.Connection}' must be an offset or the name of a zone.", "Write for example +01:00 or Europe/Paris.");
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

    /// <summary>Files of a kind: what the map says about it, else files with the house columns.</summary>
    private static IReadOnlyList<MappedFiles> Files(
        SettingsReader settings, TableSchema schema, TableForms forms, IReadOnlyDictionary<HouseKind, IReadOnlyList<MappedFiles>> map)
    {
        var patterns = settings.List(schema.Setting);
        if (patterns.Any(pattern => string.IsNullOrWhiteSpace(pattern) || Path.IsPathRooted(pattern) || pattern.Contains("..", StringComparison.Ordinal)))
        {
            settings.Problem(schema.Setting, $"'{schema.Setting}' of connection '{settings.Connection}' must name files inside the export folder.", $"Write a pattern such as {schema.Patterns[0]}, or 'none' when the program has no such file.");
        }

        if (map.TryGetValue(Enum.Parse<HouseKind>(schema.Name), out var mapped))
        {
            if (patterns.Count > 0)
            {
                settings.Problem(schema.Setting, $"'{schema.Setting}' of connection '{settings.Connection}' and its column map both say which files these are.", $"Leave '{schema.Setting}' out; the map counts.");
            }

            return mapped;
        }

        return patterns is [None] ? [] : [new MappedFiles(schema, patterns.Count == 0 ? schema.Patterns : patterns, forms)];
    }

    private static Currency ReadCurrency(SettingsReader settings)
    {
        var text = settings.RequiredText("currency");
        if (!Currency.TryParse(text, out var currency) && text.Length > 0)
        {
            settings.Problem("currency", $"'currency' of connection '{settings.Connection}' must be an ISO 4217 code; '{text}' is none.", "Write the currency of the program, for example EUR.");
        }

        return currency;
    }

    private static DateOnly? ReadExportDate(SettingsReader settings)
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
