using System.Text;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>How the bytes of a file become text. Found over the whole file, since one accented name may stand in its last row.</summary>
/// <param name="Encoding">Encoding; null when it is one that is not read.</param>
/// <param name="MarkLength">Length of the byte-order mark.</param>
/// <param name="FirstForeignLine">Line of the first byte that is not UTF-8; null when all is.</param>
public sealed record TableEncoding(Encoding? Encoding, int MarkLength, int? FirstForeignLine)
{
    /// <summary>UTF-8 without mark.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Windows-1252, what spreadsheets on western desktops save.</summary>
    public static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The platform lacks code page 1252.");

    /// <summary>Name for people and media types.</summary>
    public string Name => Encoding == Western ? "windows-1252" : "utf-8";

    /// <summary>Looks at all bytes of a stream and leaves it at its start.</summary>
    public static async Task<TableEncoding> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[1 << 16];
        var chars = new char[(1 << 16) + 8];
        var (line, first, mark) = (1, true, 0);
        stream.Position = 0;
        while (true)
        {
            var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            // UTF-16 by its mark, or without one by its zeros: every second byte of western text. A stray zero is a cell's matter.
            if (first && (bytes.AsSpan(0, count) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.AsSpan(0, count).Count((byte)0) > count / 4))
            {
                stream.Position = 0;
                return new TableEncoding(null, 2, null);
            }

            mark = first && bytes.AsSpan(0, count) is [0xEF, 0xBB, 0xBF, ..] ? 3 : mark;
            first = false;
            try
            {
                decoder.GetChars(bytes, 0, count, chars, 0, flush: count < bytes.Length);
            }
            catch (DecoderFallbackException exception)
            {
                var until = Math.Clamp(exception.Index, 0, count);
                stream.Position = 0;
                return new TableEncoding(Western, 0, line + bytes.AsSpan(0, until).Count((byte)'\n'));
            }

            if (count < bytes.Length)
            {
                stream.Position = 0;
                return new TableEncoding(Utf8, mark, null);
            }

            line += bytes.AsSpan(0, count).Count((byte)'\n');
        }
    }
}
