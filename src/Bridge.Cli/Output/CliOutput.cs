using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Bridge.Cli.Output;

/// <summary>Where results go: text for people on the output, or one JSON object; progress and errors on the error stream.</summary>
/// <param name="environment">Surroundings.</param>
/// <param name="json">True when one JSON object is wanted.</param>
internal sealed class CliOutput(CliEnvironment environment, bool json)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StyledWriter output = new(environment.Output, environment.Colours(environment.OutputIsTerminal));
    private readonly StyledWriter error = new(environment.Error, environment.Colours(environment.ErrorIsTerminal));

    /// <summary>True when one JSON object is wanted.</summary>
    public bool Json => json;

    /// <summary>Columns to fill.</summary>
    public int Width => environment.Width;

    /// <summary>A line for people.</summary>
    public void Line(string text = "") => Line(text, Style.Plain);

    /// <summary>A line for people in a style, which plain outputs leave out.</summary>
    public void Line(string text, Style style)
    {
        if (!json)
        {
            output.Line(text, style);
        }
    }

    /// <summary>A heading.</summary>
    public void Heading(string text) => Line(text, new Style(decoration: Decoration.Bold));

    /// <summary>A table: columns as wide as their longest cell, the last one as it is.</summary>
    public void Table(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = heads.Select((head, column) => rows.Select(row => row[column].Length).Append(head.Length).Max()).ToList();
        string Of(IReadOnlyList<string> cells) =>
            ("  " + string.Join("  ", cells.Select((cell, column) => column == cells.Count - 1 ? cell : cell.PadRight(widths[column])))).TrimEnd();
        Line(Of(heads), new Style(decoration: Decoration.Dim));
        foreach (var row in rows)
        {
            Line(Of(row));
        }
    }

    /// <summary>The result for programs; printed with <c>--json</c> alone.</summary>
    public void Result(JsonObject result)
    {
        if (!json)
        {
            return;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            result.WriteTo(writer);
        }

        environment.Output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        environment.Output.Flush();
    }

    /// <summary>A line on the error stream.</summary>
    public void ErrorLine(string text, Style style) => error.Line(text, style);
}
