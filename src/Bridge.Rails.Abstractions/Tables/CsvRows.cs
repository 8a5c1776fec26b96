using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Reads rows from any position of a file and knows where each one starts, so that a read can be taken up again. A quotation
/// mark that is never closed costs its own line, not the rest of the file.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>Longest field; a longer one is a quotation mark that was never closed.</summary>
    private const int LongestField = 1 << 16;

    private readonly Stream stream;
    private readonly Encoding encoding;
    private readonly CsvConfiguration configuration;
    private CsvParser? parser;
    private StreamReader? reader;
    private long offset;
    private int line;
    private bool runaway;

    /// <param name="stream">Seekable; stays open.</param>
    /// <param name="encoding">Encoding, found before.</param>
    /// <param name="separator">Field separator.</param>
    /// <param name="offset">Start of the first row to read.</param>
    /// <param name="line">Its line.</param>
    public CsvRows(Stream stream, Encoding encoding, char separator, long offset, int line)
    {
        this.stream = stream;
        this.encoding = encoding;
        this.offset = offset;
        this.line = line;
        configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            IgnoreBlankLines = false,
            MaxFieldSize = LongestField,
            ExceptionMessagesContainRawData = false,
            BadDataFound = bad => runaway |= IsRunaway(bad.Field),
        };
    }

    /// <summary>The next row, or null at the end of the file.</summary>
    public async ValueTask<CsvRow?> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (parser is null)
        {
            Open();
        }

        runaway = false;
        string[] fields;
        string raw;
        try
        {
            if (!await parser!.ReadAsync())
            {
                return null;
            }

            // Asking for the fields is what makes the parser judge them.
            fields = parser.Record ?? [];
            raw = parser.RawRecord;
        }
        catch (MaxFieldSizeException)
        {
            return await SkipLineAsync(cancellationToken);
        }

        return runaway ? await SkipLineAsync(cancellationToken) : Take(fields, encoding.GetBytes(raw), broken: false);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        parser?.Dispose();
        reader?.Dispose();
    }

    /// <summary>A field that swallowed a line end behind an open quotation mark, or was still open at the end of the file.</summary>
    private static bool IsRunaway(string field) => field.Contains('\n', StringComparison.Ordinal)
        || (field.StartsWith('"') && field.AsSpan().Count('"') % 2 == 1);

    private static int CountLines(ReadOnlySpan<byte> bytes)
    {
        var count = bytes.Count((byte)'\n');
        return count > 0 ? count : 1;
    }

    private void Open()
    {
        stream.Position = offset;
        reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, 1 << 15, leaveOpen: true);
        parser = new CsvParser(reader, configuration, leaveOpen: true);
    }

    /// <summary>Takes the line at the current position alone and starts again behind it.</summary>
    private async Task<CsvRow> SkipLineAsync(CancellationToken cancellationToken)
    {
        Dispose();
        parser = null;
        stream.Position = offset;
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            var end = buffer.AsSpan(0, count).IndexOf((byte)'\n');
            bytes.Write(buffer, 0, end < 0 ? count : end + 1);
            if (end >= 0 || count == 0)
            {
                return Take([], bytes.ToArray(), broken: true);
            }
        }
    }

    private CsvRow Take(string[] fields, byte[] bytes, bool broken)
    {
        var row = new CsvRow { Fields = fields, Bytes = bytes, Offset = offset, Line = line, Lines = CountLines(bytes), Broken = broken };
        offset = row.NextOffset;
        line = row.NextLine;
        return row;
    }
}
