using Bridge.Engine.Migrations;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>Whose files lie in the inbox, from the connection's settings as they are written.</summary>
/// <param name="Connection">Connection.</param>
/// <param name="Rail">Its rail.</param>
/// <param name="Folder">Absolute path of the inbox.</param>
/// <param name="MigrationFolder">Folder of <c>bridge.yaml</c>.</param>
/// <param name="Forms">What the settings say about dates, numbers and times.</param>
/// <param name="ZoneSaid">True when they say the zone.</param>
/// <param name="Set">Keys of all settings that are there, and of those that say <c>none</c> with that word behind a blank.</param>
public sealed record InboxSource(
    string Connection, RailDescriptor Rail, string Folder, string MigrationFolder, TableForms Forms, bool ZoneSaid, IReadOnlySet<string> Set)
{
    /// <summary>The inbox of a connection; null when its rail reads no tables or nobody set a folder.</summary>
    public static InboxSource? Of(MigrationDefinition definition, ConnectionDefinition connection, RailDescriptor rail)
    {
        string? Text(string key) => connection.Settings.FirstOrDefault(setting => setting.Key == key) is { Values: [var value] } ? value : null;
        if (rail.Tables.Count == 0 || rail.TableFolder is not { } key || Text(key) is not { } folder)
        {
            return null;
        }

        var zone = Text("timeZone");
        var forms = new TableForms
        {
            Dates = TableWords.Dates(Text("dateOrder")),
            Numbers = TableWords.Numbers(Text("numberFormat")),
            Zone = zone is null ? TimeZoneInfo.Utc : TableForms.ZoneOf(zone) ?? TimeZoneInfo.Utc,
        };
        return new InboxSource(
            connection.Name,
            rail,
            Path.GetFullPath(folder, definition.Folder),
            definition.Folder,
            forms,
            zone is not null,
            connection.Settings.SelectMany(setting => setting.Values is ["none"] ? new[] { setting.Key, setting.Key + " none" } : [setting.Key]).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>True when the settings say that there is no file of a kind, or that its rows come another way.</summary>
    public bool NeedsNo(TableSchema schema) => Set.Contains(schema.Setting + " none") || schema.Instead.Any(Set.Contains);
}
