using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>The visible sheets of a workbook.</summary>
internal static class SheetNames
{
    /// <summary>Their names in order; null when the workbook cannot be read.</summary>
    public static IReadOnlyList<string>? Of(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            return
            [
                .. (document.WorkbookPart?.Workbook.Sheets?.Elements<Sheet>() ?? [])
                    .Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
                    .Select(sheet => sheet.Name?.Value ?? ""),
            ];
        }
        catch (OpenXmlPackageException)
        {
            // A hyperlink that is no address: the reader mends it in a copy and takes the first visible sheet.
            return [""];
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or FormatException or System.Xml.XmlException)
        {
            return null;
        }
    }
}
