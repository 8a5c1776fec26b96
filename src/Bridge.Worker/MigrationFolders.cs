using Bridge.Engine.Migrations;

namespace Bridge.Worker;

/// <summary>The migrations that a worker serves: every folder below its root that holds a <c>bridge.yaml</c>, the root included.</summary>
/// <param name="root">Root folder.</param>
public sealed class MigrationFolders(string root)
{
    /// <summary>Root folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Folders of migrations, in ordinal order: the root, its clients, their migrations.</summary>
    public IReadOnlyList<string> All() =>
        [.. Candidates().Where(folder => File.Exists(Path.Combine(folder, MigrationReader.FileName))).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Candidates()
    {
        yield return Root;
        foreach (var client in Directory.EnumerateDirectories(Root).Where(IsVisible))
        {
            yield return client;
            foreach (var migration in Directory.EnumerateDirectories(client).Where(IsVisible))
            {
                yield return migration;
            }
        }
    }

    private static bool IsVisible(string folder) => !Path.GetFileName(folder).StartsWith('.');
}
