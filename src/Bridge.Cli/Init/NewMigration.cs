using System.Text;
using Bridge.Cli.Inspection;
using Bridge.Cli.Templates;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Migrations;
using Bridge.Rails;
using Bridge.Rails.Abstractions;

namespace Bridge.Cli.Init;

/// <summary>Writes the folder of a new migration. All files appear, or none.</summary>
/// <param name="source">Rail id of the source.</param>
/// <param name="target">Rail id of the target.</param>
/// <param name="folder">Folder.</param>
/// <param name="client">Name of the client; null for the folder's name.</param>
internal sealed class NewMigration(string source, string target, string folder, string? client)
{
    private const string Schema = "schema/mapping-profile.schema.json";

    /// <summary>Name of the migration in keys and paths; null for that of the two rails.</summary>
    public string? Migration { get; init; }

    /// <summary>Writes the files.</summary>
    /// <returns>Their names.</returns>
    /// <exception cref="CliException">A rail or the pair is not known, or the folder holds a migration.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(CancellationToken cancellationToken)
    {
        var catalog = RailCatalog.BuiltIn();
        var from = catalog.Find(source)?.Descriptor ?? throw RailText.Unknown(source, catalog);
        var to = catalog.Find(target)?.Descriptor ?? throw RailText.Unknown(target, catalog);
        var profile = $"{source}-to-{target}.yaml";
        var mapping = ShippedProfiles.Find(profile) ?? throw new CliException(
            $"Bridge ships no mapping profile from {from.DisplayName} to {to.DisplayName}.",
            $"Shipped pairs: {string.Join(", ", ShippedProfiles.Names().Select(name => Path.GetFileNameWithoutExtension(name).Replace("-to-", " to ", StringComparison.Ordinal)))}.");
        var texts = new Dictionary<string, string>
        {
            [MigrationReader.FileName] = new BridgeYaml(from, to, profile, ClientName(client, folder)) { Migration = Migration }.ToString(),
            [profile] = mapping,
            [Schema] = ShippedProfiles.Find(Schema) ?? throw new InvalidOperationException($"The resource {Schema} is missing."),
            ["overrides.csv"] = "source,target,note\n",
            [".gitignore"] = "# Stores, keys, personal values and hand-offs stay on this machine.\n.bridge/\noutbox/\nreports/\nexports/\ninbox/\n.env\n",
            ["README.md"] = FolderReadme.Of(from, to, profile),
        };
        var files = texts.ToDictionary(pair => pair.Key, pair => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(pair.Value));
        AddInbox(files, from);
        Refuse(files.Keys);
        await WriteAsync(files, cancellationToken);
        return [.. files.Keys];
    }

    /// <summary>For a source that reads files: what to collect, and sheets for what nobody exports.</summary>
    private static void AddInbox(Dictionary<string, byte[]> files, RailDescriptor rail)
    {
        if (rail.Tables.Count == 0)
        {
            return;
        }

        var checklist = new Checklist(rail);
        files[$"{Checklist.Folder}/CHECKLIST.md"] = Encoding.UTF8.GetBytes(checklist.Markdown());
        files[$"{Checklist.Folder}/CHECKLIST.csv"] = checklist.Csv();
        files[$"{Checklist.Folder}/CHECKLIST.xlsx"] = checklist.Workbook();
        foreach (var (name, bytes) in new TableTemplates(rail, csv: false).Files())
        {
            files[$"templates/{name}"] = bytes;
        }
    }

    private void Refuse(IEnumerable<string> names)
    {
        if (File.Exists(folder))
        {
            throw new CliException("A file has the name of the folder.", "Name another folder.") { Place = folder };
        }

        if (names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name))) is { } there)
        {
            throw new CliException($"The folder holds {there} already, and nothing is overwritten.", "Name another folder, or take the file away.") { Place = Path.Combine(folder, there) };
        }
    }

    private async Task WriteAsync(Dictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        var written = new List<string>();
        try
        {
            foreach (var (name, bytes) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add(path);
                await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            }
        }
        catch
        {
            written.ForEach(File.Delete);
            throw;
        }
    }

    /// <summary>The client as it was named, else the folder's name in the letters that keys may have.</summary>
    /// <exception cref="CliException">The name cannot stand in keys and paths.</exception>
    internal static string ClientName(string? client, string folder)
    {
        if (client is not null && !ArtifactKey.IsSegment(client))
        {
            throw new CliException("The client's name stands in keys and paths and may hold a-z, 0-9, '.', '-' and '_' only.", "Write it like acme-shop.") { Value = client };
        }

        var letters = new string([.. Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)).ToLowerInvariant()
            .Select(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) ? character : '-')]).Trim('-');
        return client ?? (letters.Length > 0 ? letters : "client");
    }
}
