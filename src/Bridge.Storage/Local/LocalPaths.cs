using Bridge.Engine.Artifacts;

namespace Bridge.Storage.Local;

/// <summary>Keys and paths of a folder of artifacts.</summary>
internal static class LocalPaths
{
    private static readonly EnumerationOptions PlainEntries = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>The path of a key: under the root, no symbolic link on the way.</summary>
    /// <exception cref="ArtifactStoreException">A link stands on the way.</exception>
    public static string Resolve(string root, ArtifactKey key)
    {
        // A default key has no path, and a key made by hand is checked twice rather than trusted.
        if (key.Path is null || !key.Path.Split('/').All(ArtifactKey.IsSegment))
        {
            throw new ArgumentException("The key is empty or no artifact key.", nameof(key));
        }

        var path = Path.GetFullPath(Path.Combine(root, key.Path));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArtifactStoreException(key, "the path leaves the folder of the store.", "Use another name.", null);
        }

        RefuseLinks(root, key);
        return path;
    }

    /// <summary>Refuses symbolic links between the root and a document, itself included.</summary>
    public static void RefuseLinks(string root, ArtifactKey key)
    {
        var path = root;
        foreach (var segment in key.Path.Split('/'))
        {
            path = Path.Combine(path, segment);
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw new ArtifactStoreException(key, $"'{path}' is a symbolic link, and links are not followed.", "Replace the link by a real file or folder.", null);
            }
        }
    }

    /// <summary>Names of documents that start with a prefix, in ordinal order. What is no key (temporary files, strangers) is left out.</summary>
    public static IEnumerable<string> List(string root, string prefix)
    {
        var cut = prefix.LastIndexOf('/');
        var folder = cut < 0 ? "" : prefix[..cut];
        if (folder.Length == 0 ? cut == 0 : !folder.Split('/').All(ArtifactKey.IsSegment))
        {
            return [];
        }

        var start = Path.Combine(root, folder);
        return HasLink(root, folder) || !Directory.Exists(start) ? [] : Walk(start, folder.Length == 0 ? "" : folder + "/", prefix);
    }

    private static bool HasLink(string root, string folder)
    {
        var path = root;
        foreach (var segment in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path = Path.Combine(path, segment);
            if (new DirectoryInfo(path).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Walk(string folder, string above, string prefix)
    {
        // With its slash a folder takes the place that the keys below it have among its neighbours.
        var names = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", PlainEntries)
            .Where(entry => ArtifactKey.IsSegment(entry.Name))
            .Select(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var name in names)
        {
            var path = above + name;
            if (!name.EndsWith('/'))
            {
                if (path.StartsWith(prefix, StringComparison.Ordinal))
                {
                    yield return path;
                }
            }
            else if (path.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(path, StringComparison.Ordinal))
            {
                foreach (var below in Walk(Path.Combine(folder, name), path, prefix))
                {
                    yield return below;
                }
            }
        }
    }
}
