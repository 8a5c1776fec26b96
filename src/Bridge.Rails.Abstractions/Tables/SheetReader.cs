using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Turns one sheet of a workbook into the text that the row pager reads, in one pass and with bounded memory. Whatever keeps a
/// workbook from being read ends as one blocking finding on the stream.
/// </summary>
internal static class SheetReader
{
    private const long LargestPart = 4_000_000_000;

    /// <summary>Reads a workbook.</summary>
    /// <param name="workbook">Its bytes, seekable.</param>
    /// <param name="name">Name for findings.</param>
    /// <param name="sheet">Name of the sheet; the first visible one when null.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<Stream> ReadAsync(Stream workbook, string name, string? sheet, CancellationToken cancellationToken) =>
        await Task.Run(() => Read(workbook, name, sheet, cancellationToken), cancellationToken);

    private static SheetStream Read(Stream workbook, string name, string? sheet, CancellationToken cancellationToken)
    {
        var stream = SheetStream.Create();
        try
        {
            if (Obstacle(workbook) is { } obstacle)
            {
                stream.Findings.Add(TableFindings.SheetUnreadable(name, obstacle, "Remove the password and save it as an Excel workbook (.xlsx), or as CSV UTF-8."));
                stream.Readable = false;
            }
            else
            {
                Convert(workbook, stream, name, sheet, cancellationToken);
            }

            stream.Position = 0;
            return stream;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            // What was read until here is no table; the text of the error may quote a cell and is not passed on.
            stream.SetLength(0);
            stream.Findings.Clear();
            stream.Findings.Add(TableFindings.SheetUnreadable(name, "it is damaged or not a workbook", "Open it in a spreadsheet program and save it again as .xlsx, or as CSV UTF-8."));
            stream.Readable = false;
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static void Convert(Stream workbook, SheetStream stream, string name, string? sheet, CancellationToken cancellationToken)
    {
        using var strings = new SheetStrings();
        try
        {
            using var document = SpreadsheetDocument.Open(workbook, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            new SheetConversion(document, name, sheet, strings).Run(stream, cancellationToken);
        }
        catch (OpenXmlPackageException)
        {
            // A hyperlink that is no address (people type e-mails into cells) is mended in a copy; everything else fails again.
            using var texts = new SheetStrings();
            using var copy = SheetStream.Create();
            stream.SetLength(0);
            stream.Findings.Clear();
            workbook.Position = 0;
            workbook.CopyTo(copy);
            copy.Position = 0;
            using var document = SpreadsheetDocument.Open(copy, isEditable: true, new OpenSettings
            {
                AutoSave = false,
                MaxCharactersInPart = LargestPart,
                RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
            });
            new SheetConversion(document, name, sheet, texts).Run(stream, cancellationToken);
        }
    }

    private static bool IsDamage(Exception exception) => exception
        is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or EndOfStreamException;

    /// <summary>What the first bytes say: a workbook is a zip; the container of old and of protected workbooks is another.</summary>
    private static string? Obstacle(Stream workbook)
    {
        Span<byte> head = stackalloc byte[8];
        var count = workbook.ReadAtLeast(head, 8, throwOnEndOfStream: false);
        workbook.Position = 0;
        return head[..count] switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "it is protected by a password, or an old .xls with a new name",
            [(byte)'P', (byte)'K', ..] => null,
            _ => "it is no .xlsx but another kind of file",
        };
    }
}
