using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Columns;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House;

/// <summary>Reads and checks the settings of one connection and its column map; every problem goes to the findings.</summary>
internal static class HouseOptionsReader
{
    /// <summary>The settings; only to be used when no finding is blocking.</summary>
    public static HouseOptions Read(SettingsReader settings, ICollection<Finding> findings)
    {
        var folder = settings.RequiredText("exportFolder") is { Length: > 0 } ? settings.OptionalPath("exportFolder") ?? "" : "";
        var program = settings.RequiredText("programId");
        var forms = TableSettings.Forms(settings);
        var map = settings.OptionalPath("columns") is { } path ? new ColumnMap(forms).Read(path, findings) : new Dictionary<HouseKind, IReadOnlyList<MappedFiles>>();
        return new HouseOptions
        {
            Connection = settings.Connection,
            ExportFolder = folder,
            Files = HouseSchemas.All.ToDictionary(schema => Enum.Parse<HouseKind>(schema.Name), schema => Files(settings, schema, forms, map)),
            Intake = IntakeFile.Read(settings.BasePath, settings.Connection, findings),
            ProgramId = program,
            AccountId = settings.OptionalText("accountId") ?? program,
            ProgramName = settings.OptionalText("programName") ?? program,
            Currency = TableSettings.Currency(settings),
            Forms = forms,
            ExportDate = TableSettings.ExportDate(settings),
            TrackingHost = settings.OptionalText("trackingHost"),
            DefaultLandingPage = settings.OptionalText("defaultLandingPage"),
            PermittedHosts = settings.List("permittedHosts"),
        };
    }

    /// <summary>Files of a kind: what the map says about it, else files with the house columns.</summary>
    private static IReadOnlyList<MappedFiles> Files(
        SettingsReader settings, TableSchema schema, TableForms forms, IReadOnlyDictionary<HouseKind, IReadOnlyList<MappedFiles>> map)
    {
        var patterns = TableSettings.Patterns(settings, schema);
        if (map.TryGetValue(Enum.Parse<HouseKind>(schema.Name), out var mapped))
        {
            if (patterns.Count > 0)
            {
                settings.Problem(schema.Setting, $"'{schema.Setting}' of connection '{settings.Connection}' and its column map both say which files these are.", $"Leave '{schema.Setting}' out; the map counts.");
            }

            return mapped;
        }

        return patterns is [TableSettings.None] ? [] : [new MappedFiles(schema, patterns.Count == 0 ? schema.Patterns : patterns, forms)];
    }
}
