using System.Text;
using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;
using CsvRows = Bridge.Engine.Reporting.Renderers.CsvRows;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// The sheet of a task: every value to type, in the portal's order and words, as Markdown to print, as CSV and as a workbook. It
/// holds the terms and ids of one task and no personal value.
/// </summary>
internal static class BuildSheet
{
    private static readonly string[] Heads = ["No", "Screen", "Field", "Value", "Note", "Done"];
    private static readonly int[] Widths = [5, 34, 34, 44, 70, 7];

    /// <summary>The forms in which it lies in the outbox.</summary>
    public static readonly IReadOnlyList<string> Extensions = ["md", "csv", "xlsx"];

    /// <summary>Writes the three files of a task; nothing when it has no sheet.</summary>
    public static async Task WriteAsync(IOutbox outbox, Handoff handoff, PortalTask task, CancellationToken cancellationToken)
    {
        if (task.Sheet.Count == 0)
        {
            return;
        }

        await outbox.WriteFileAsync(handoff.Id, "md", (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(Markdown(handoff, task)), token).AsTask(), cancellationToken);
        await outbox.WriteFileAsync(handoff.Id, "csv", (stream, token) => WriteCsvAsync(stream, task, token), cancellationToken);
        await outbox.WriteFileAsync(handoff.Id, "xlsx", (stream, _) => WriteWorkbookAsync(stream, task), cancellationToken);
    }

    /// <summary>The sheet to print.</summary>
    public static string Markdown(Handoff handoff, PortalTask task)
    {
        var text = new StringBuilder($"# {Line(task.Title)}\n\nTask `{handoff.Id}`{(handoff.Reissue > 0 ? $", handed out again ({handoff.Reissue})" : "")}\n");
        if (handoff.Wrong.Count > 0)
        {
            text.Append("\n## Correct this first\n\n").AppendJoin("", handoff.Wrong.Select(wrong => $"- {Line(wrong)}\n"));
        }

        var (screen, number) = ((string?)null, 0);
        foreach (var line in task.Sheet)
        {
            number++;
            if (line.Screen != screen)
            {
                screen = line.Screen;
                text.Append($"\n## {Line(screen)}\n\n| No | Field | Value | Note | Done |\n|---:|---|---|---|---|\n");
            }

            text.Append($"| {number} | {Cell(line.Field)} | {Cell(line.Value)} | {Cell(line.Note)} | [ ] |\n");
        }

        text.Append("\n## Step by step\n\n");
        number = 0;
        foreach (var instruction in task.Instructions)
        {
            text.Append($"{++number}. {Line(instruction)}\n");
        }

        return text.ToString();
    }

    private static async Task WriteCsvAsync(Stream stream, PortalTask task, CancellationToken cancellationToken)
    {
        await using var csv = new CsvRows(stream, Heads, "No");
        foreach (var row in Rows(task))
        {
            await csv.WriteAsync(cancellationToken, row);
        }
    }

    private static Task WriteWorkbookAsync(Stream stream, PortalTask task)
    {
        using var workbook = new SpreadsheetWriter(stream);
        workbook.BeginSheet("Sheet", [.. Heads.Zip(Widths, (head, width) => new SpreadsheetColumn(head, width))]);
        foreach (var row in Rows(task))
        {
            workbook.WriteRow([.. row.Select(SpreadsheetCell.Of)]);
        }

        workbook.BeginSheet("Step by step", [new SpreadsheetColumn("Step by step", 120)]);
        foreach (var instruction in task.Instructions)
        {
            workbook.WriteRow([SpreadsheetCell.Of(instruction)]);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string?[]> Rows(PortalTask task) =>
        task.Sheet.Select((line, index) => (string?[])[$"{index + 1}", line.Screen, line.Field, line.Value, line.Note, ""]);

    private static string Cell(string text) => Line(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
