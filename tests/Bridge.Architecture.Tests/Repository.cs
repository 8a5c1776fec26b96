namespace Bridge.Architecture.Tests;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules", "TestResults"];

    /// <summary>Folder that holds Bridge.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of something in the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Text of one file.</summary>
    public static string Text(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files below a folder, as paths from the root with forward slashes, without build output.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Walk(PathOf(folder), pattern).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>Every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. new[] { "src", "tests", "tools" }.SelectMany(folder => Files(folder, "*.csproj")).Select(ProjectFile.Read)];

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(child => !SkippedFolders.Contains(Path.GetFileName(child)) && !Path.GetFileName(child).StartsWith('.'))
                .SelectMany(child => Walk(child, pattern)));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bridge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Bridge.sln is in no folder above the tests.");
    }
}
