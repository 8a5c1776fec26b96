using System.Text;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Writes the rows of a sheet as comma-separated lines; a line break inside of a cell becomes a carriage return.</summary>
internal sealed class SheetText : IDisposable
{
    private readonly StreamWriter writer;
    private int line = 1;
    private int width;

    public SheetText(Stream stream) => writer = new StreamWriter(stream, TableEncoding.Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Writes one row; rows that the sheet leaves out become blank lines, rows get as many fields as the widest before them.</summary>
    public void Write(int number, IReadOnlyList<string> cells)
    {
        for (; line < number; line++)
        {
            writer.Write('\n');
        }

        width = Math.Max(width, cells.Count);
        for (var index = 0; index < width; index++)
        {
            if (index > 0)
            {
                writer.Write(',');
            }

            Write(index < cells.Count ? cells[index] : "");
        }

        writer.Write('\n');
        line++;
    }

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();

    private void Write(string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            writer.Write(cell);
            return;
        }

        var text = new StringBuilder(cell).Replace("\r\n", "\r").Replace('\n', '\r').Replace("\"", "\"\"");
        writer.Write('"');
        writer.Write(text);
        writer.Write('"');
    }
}
