using System.Runtime.CompilerServices;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Streams rows of several files in pages, from the start or from a cursor.</summary>
/// <param name="folder">Names connection and rail in errors.</param>
public sealed class RowPager(TableFolder folder)
{
    private readonly DialectCache dialects = new();

    /// <summary>Rows of a page.</summary>
    public const int PageRows = 1000;

    /// <summary>Bytes of a page, unless its last row makes it larger: raw pages of this size stay below the large object heap.</summary>
    private const int PageBytes = 64 << 10;

    /// <summary>Pages of the files in their order; behind the cursor when one is given.</summary>
    /// <exception cref="RailContractException">The file of the cursor is gone or has another length: the export was replaced.</exception>
    /// <exception cref="RailUnavailableException">A file cannot be read.</exception>
    public async IAsyncEnumerable<TablePage> ReadAsync(
        IReadOnlyList<TableFile> files, TableCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = after is null ? 0 : IndexOf(files, after.Name);
        for (var index = first; index < files.Count; index++)
        {
            var file = files[index];
            await using var stream = await file.OpenAsync(cancellationToken);
            var resumed = after is not null && index == first ? after : null;
            if (resumed is not null && resumed.Length != stream.Length)
            {
                throw Replaced(file.Name);
            }

            if (resumed is not null && resumed.Offset >= stream.Length)
            {
                continue;
            }

            await foreach (var page in ReadFileAsync(file, stream, resumed, cancellationToken))
            {
                yield return page;
            }
        }
    }

    /// <summary>Every row of one file, for joins; the findings about the file go to the caller's list.</summary>
    public async IAsyncEnumerable<TableRow> RowsAsync(TableFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await file.OpenAsync(cancellationToken);
        await foreach (var page in ReadFileAsync(file, stream, null, cancellationToken))
        {
            foreach (var row in page.Rows)
            {
                yield return row;
            }
        }
    }

    /// <summary>One row again, by the place it was read at.</summary>
    public async Task<TableRow> RowAtAsync(TableFile file, Stream stream, long offset, int line, CancellationToken cancellationToken)
    {
        var (dialect, _) = await dialects.GetAsync(file, stream, cancellationToken);
        using var rows = new CsvRows(stream, dialect?.Encoding.Encoding ?? throw Replaced(file.Name), dialect.Separator, offset, line);
        return new TableRow(file, dialect, await NextAsync(rows, file, cancellationToken) ?? throw Replaced(file.Name));
    }

    private async IAsyncEnumerable<TablePage> ReadFileAsync(
        TableFile file, Stream stream, TableCursor? resumed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (dialect, findings) = await DialectAsync(file, stream, cancellationToken);
        if (dialect is null)
        {
            yield return new TablePage
            {
                File = file,
                Rows = [],
                Bytes = default,
                ContentType = "text/csv",
                Lines = (1, 1),
                Findings = findings,
                Length = stream.Length,
                NextOffset = stream.Length,
                NextLine = 1,
            };
            yield break;
        }

        using var rows = new CsvRows(
            stream, dialect.Encoding.Encoding!, dialect.Separator, resumed?.Offset ?? dialect.DataOffset, resumed?.Line ?? dialect.DataLine);
        var header = resumed is null ? await HeadAsync(stream, dialect.DataOffset, cancellationToken) : [];
        var line = resumed?.Line ?? 1;
        while (true)
        {
            var page = await FillAsync(file, dialect, rows, header, line, resumed?.Offset ?? dialect.DataOffset, stream.Length, header.Length > 0 ? findings : [], cancellationToken);
            yield return page;
            if (page.EndsFile)
            {
                yield break;
            }

            (header, line, resumed) = ([], page.NextLine, new TableCursor { Name = file.Name, Length = stream.Length, Offset = page.NextOffset, Line = page.NextLine });
        }
    }

    private async Task<TablePage> FillAsync(
        TableFile file,
        TableDialect dialect,
        CsvRows rows,
        byte[] header,
        int line,
        long offset,
        long length,
        IReadOnlyList<Model.Findings.Finding> findings,
        CancellationToken cancellationToken)
    {
        var taken = new List<TableRow>(PageRows);
        using var bytes = new MemoryStream(PageBytes + (PageBytes / 8));
        bytes.Write(header);
        var (next, nextLine) = (offset, line);
        while (taken.Count < PageRows && bytes.Length < PageBytes && await NextAsync(rows, file, cancellationToken) is { } row)
        {
            bytes.Write(row.Bytes);
            (next, nextLine) = (row.NextOffset, row.NextLine);
            if (!row.IsBlank)
            {
                taken.Add(new TableRow(file, dialect, row));
            }
        }

        return new TablePage
        {
            File = file,
            Rows = taken,
            Bytes = bytes.ToArray(),
            ContentType = $"text/csv; charset={dialect.Encoding.Name}",
            Lines = (line, Math.Max(line, nextLine - 1)),
            Findings = findings,
            Length = length,
            NextOffset = taken.Count < PageRows && bytes.Length < PageBytes ? length : next,
            NextLine = nextLine,
        };
    }

    private async Task<(TableDialect? Dialect, IReadOnlyList<Model.Findings.Finding> Findings)> DialectAsync(
        TableFile file, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await dialects.GetAsync(file, stream, cancellationToken);
        }
        catch (IOException exception)
        {
            throw Interrupted(file.Name, exception);
        }
    }

    private async ValueTask<CsvRow?> NextAsync(CsvRows rows, TableFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await rows.NextAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw Interrupted(file.Name, exception);
        }
    }

    private static async Task<byte[]> HeadAsync(Stream stream, long length, CancellationToken cancellationToken)
    {
        var head = new byte[length];
        stream.Position = 0;
        await stream.ReadExactlyAsync(head, cancellationToken);
        return head;
    }

    private int IndexOf(IReadOnlyList<TableFile> files, string name)
    {
        for (var index = 0; index < files.Count; index++)
        {
            if (string.Equals(files[index].Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw Replaced(name);
    }

    private RailContractException Replaced(string name) => new(
        folder.Context("file.resume", $"{name} is not the file that this read began with"),
        "the export was replaced while it was read; start the extraction again");

    private RailUnavailableException Interrupted(string name, IOException exception) =>
        new(folder.Context("file.read", $"{name} could not be read to its end"), innerException: exception);
}
