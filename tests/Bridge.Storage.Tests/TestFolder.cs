namespace Bridge.Storage.Tests;

/// <summary>An empty folder that is gone after the test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bridge-storage-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Every file below the folder.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
