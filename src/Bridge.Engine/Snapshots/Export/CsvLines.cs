using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bridge.Engine.Snapshots.Export;

/// <summary>Lines of a CSV table (RFC 4180, LF between lines): the columns are the members of the record type, whatever a single record holds.</summary>
internal sealed class CsvLines(JsonTypeInfo type)
{
    private readonly string[] columns = [.. type.Properties.Select(property => property.Name)];
    private readonly StringBuilder line = new();

    public string Header => string.Join(',', columns);

    public string Of(JsonElement record)
    {
        line.Clear();
        for (var index = 0; index < columns.Length; index++)
        {
            if (index > 0)
            {
                line.Append(',');
            }

            if (record.TryGetProperty(columns[index], out var value))
            {
                Append(value);
            }
        }

        return line.ToString();
    }

    private void Append(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                AppendQuoted(Harmless(value.GetString()!));
                break;
            default:
                AppendQuoted(value.GetRawText());
                break;
        }
    }

    /// <summary>
    /// A spreadsheet runs a cell that starts like a formula, so a text that does is set behind an apostrophe, which a
    /// spreadsheet shows as text. Numbers keep their sign.
    /// </summary>
    private static string Harmless(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20'
            ? "'" + text
            : text;

    private void AppendQuoted(string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            line.Append(cell);
            return;
        }

        line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
