using Bridge.Engine.Migrations;

namespace Bridge.Worker;

/// <summary>The migrations that a worker serves: every folder below its root that holds a <c>bridge.yaml</c>, the root included.</summary>
/// <param name="root">Root folder, absolute.</param>
internal sealed class MigrationFolders(string root)
{
    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };

    /// <summary>Names of migrations, in ordinal order: the root, its clients, their migrations.</summary>
    public IReadOnlyList<string> All() =>
        [.. Candidates().Where(folder => File.Exists(Path.Combine(folder, MigrationReader.FileName))).Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The folder of a migration.</summary>
    public string PathOf(string name) => Path.GetFullPath(name, root);

    /// <summary>True while the migration is there.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(PathOf(name), MigrationReader.FileName));

    private string NameOf(string folder) => Path.GetRelativePath(root, folder).Replace('\\', '/');

    private IEnumerable<string> Candidates()
    {
        yield return root;
        foreach (var client in Directory.EnumerateDirectories(root, "*", Readable).Where(IsVisible))
        {
            yield return client;
            foreach (var migration in Directory.EnumerateDirectories(client, "*", Readable).Where(IsVisible))
            {
                yield return migration;
            }
        }
    }

    private static bool IsVisible(string folder) => !Path.GetFileName(folder).StartsWith('.');
}
