using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Finds the table files of one folder, CSV and XLSX alike. Letter case of names does not matter; order is by name. A pattern may
/// name a sheet behind <c>#</c>: <c>partners.xlsx#Approved</c>.
/// </summary>
/// <param name="path">Absolute path of the folder.</param>
/// <param name="rail">Rail id, for errors.</param>
/// <param name="connection">Connection, for errors.</param>
public sealed class TableFolder(string path, string rail, string connection)
{
    private static readonly EnumerationOptions Loose = new() { MatchCasing = MatchCasing.CaseInsensitive, MatchType = MatchType.Simple };

    /// <summary>Absolute path.</summary>
    public string FullPath => path;

    /// <summary>True when the folder is there.</summary>
    public bool Exists => Directory.Exists(path);

    /// <summary>The files of some patterns, each file and sheet once.</summary>
    public IReadOnlyList<TableFile> Find(TableSchema schema, IReadOnlyList<string> patterns, TableForms forms)
    {
        var found = new SortedSet<(string Path, string Sheet)>(Comparer<(string Path, string Sheet)>.Create((one, other) =>
            (string.CompareOrdinal(one.Path, other.Path), string.CompareOrdinal(one.Sheet, other.Sheet)) is var (byPath, bySheet) && byPath != 0 ? byPath : bySheet));
        foreach (var pattern in patterns)
        {
            var (name, sheet) = SheetOf(pattern);
            foreach (var file in Names(name))
            {
                found.Add((file, sheet));
            }
        }

        return [.. found.Select(file => Open(schema, forms, file.Path, file.Sheet))];
    }

    /// <summary>Paths of the files of one pattern in ordinal order; files that a spreadsheet program keeps beside an open one are left out.</summary>
    public IReadOnlyList<string> Names(string pattern)
    {
        var folder = Path.Combine(path, Path.GetDirectoryName(pattern) ?? "");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, Path.GetFileName(pattern), Loose).Where(file => !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Opens a file for reading from start to end.</summary>
    /// <exception cref="RailUnavailableException">The file cannot be opened.</exception>
    public FileStream OpenRead(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RailUnavailableException(Context("file.open", $"{Path.GetFileName(file)} cannot be opened: {Reason(exception)}"), innerException: exception);
        }
    }

    /// <summary>Context of an error about a file.</summary>
    public RailErrorContext Context(string operation, string message) => new()
    {
        Rail = rail,
        Connection = connection,
        Operation = operation,
        RailMessage = message,
    };

    private static (string Name, string Sheet) SheetOf(string pattern)
    {
        var at = pattern.IndexOf(".xlsx#", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (pattern, "") : (pattern[..(at + 5)], pattern[(at + 6)..]);
    }

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "no permission to read it",
        FileNotFoundException or DirectoryNotFoundException => "it is gone",
        _ => "it is locked or its drive does not answer",
    };

    private TableFile Open(TableSchema schema, TableForms forms, string file, string sheet)
    {
        var name = Path.GetRelativePath(path, file).Replace('\\', '/') + (sheet.Length == 0 ? "" : $"#{sheet}");
        return new TableFile
        {
            Schema = schema,
            Name = name,
            Forms = forms,
            ModifiedAt = new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero),
            OpenAsync = async cancellationToken =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var stream = OpenRead(file);
                if (!file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
                {
                    return stream;
                }

                await using (stream)
                {
                    return await SheetReader.ReadAsync(stream, name, sheet.Length == 0 ? null : sheet, cancellationToken);
                }
            },
        };
    }
}
