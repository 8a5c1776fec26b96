using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Rakuten.Files;

/// <summary>Finds the files of an export folder. Letter case of names does not matter; order is by name.</summary>
internal sealed class ExportFolder(RakutenOptions options)
{
    private static readonly EnumerationOptions Loose = new() { MatchCasing = MatchCasing.CaseInsensitive, MatchType = MatchType.Simple };

    /// <summary>True when the folder is there.</summary>
    public bool Exists => Directory.Exists(options.ExportFolder);

    /// <summary>True when the settings say that the program has no file of this kind.</summary>
    public bool Renounced(ExportKind kind) => options.Patterns[kind].Count == 0;

    /// <summary>Files of a kind, each once.</summary>
    public IReadOnlyList<ExportFile> Find(ExportKind kind)
    {
        if (!Exists)
        {
            return [];
        }

        var schema = ExportSchemas.Of(kind);
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in options.Patterns[kind])
        {
            var folder = Path.Combine(options.ExportFolder, Path.GetDirectoryName(pattern) ?? "");
            if (Directory.Exists(folder))
            {
                paths.UnionWith(Directory.EnumerateFiles(folder, Path.GetFileName(pattern), Loose));
            }
        }

        return [.. paths.Select(path => Open(schema, path))];
    }

    /// <summary>The files of the commissioning lists, by name.</summary>
    public IReadOnlyList<string> ListFiles() => Directory.Exists(options.ListsFolder)
        ? [.. Directory.EnumerateFiles(options.ListsFolder, "*.txt", Loose).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Opens a file for reading from start to end.</summary>
    /// <exception cref="RailUnavailableException">The file cannot be opened.</exception>
    public FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RailUnavailableException(Context("file.open", $"{Path.GetFileName(path)} cannot be opened: {Reason(exception)}"), innerException: exception);
        }
    }

    /// <summary>Context of an error about a file.</summary>
    public RailErrorContext Context(string operation, string message) => new()
    {
        Rail = RakutenDescriptor.RailId,
        Connection = options.Connection,
        Operation = operation,
        RailMessage = message,
    };

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "no permission to read it",
        FileNotFoundException or DirectoryNotFoundException => "it is gone",
        _ => "it is locked or its drive does not answer",
    };

    private ExportFile Open(ExportSchema schema, string path) => new()
    {
        Schema = schema,
        Name = Path.GetRelativePath(options.ExportFolder, path).Replace('\\', '/'),
        ModifiedAt = new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero),
        OpenAsync = cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult<Stream>(OpenRead(path));
        },
    };
}
