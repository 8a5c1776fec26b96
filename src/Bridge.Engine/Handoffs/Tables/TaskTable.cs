using System.Globalization;
using Bridge.Rails.Abstractions.Tables;
using CsvRows = Bridge.Engine.Reporting.Renderers.CsvRows;

namespace Bridge.Engine.Handoffs.Tables;

/// <summary>Open tasks as a table that people fill in: owner, due, answer, done and note come back, everything else is for reading.</summary>
public static class TaskTable
{
    internal const string Task = "Task";
    internal const string Owner = "Owner";
    internal const string Due = "Due";
    internal const string Answer = "Answer";
    internal const string Done = "Done";
    internal const string Note = "Note";

    private static readonly string[] Heads =
        [Task, "Group", "Title", Owner, Due, Answer, Done, Note, "Age (days)", "Handed out again", "Open steps", "With partners", "Blocks", "Needs answer", "Wrong"];

    private static readonly int[] Widths = [26, 12, 60, 18, 13, 22, 9, 40, 11, 17, 11, 14, 34, 13, 60];

    /// <summary>The columns that are read.</summary>
    internal static TableSchema Schema { get; } = new()
    {
        Name = "tasks",
        Title = "table of tasks",
        Setting = "tasks",
        Patterns = ["tasks.csv"],
        Origin = "Make it with 'bridge tasks export'.",
        Columns =
        [
            new TableColumn(Task, CellKind.Text, true, "Task id", "Aufgabe", "Aufgaben-ID", "Tâche", "Tarea"),
            new TableColumn(Owner, CellKind.Text, false, "Responsible", "Assignee", "Verantwortlich", "Zuständig", "Besitzer", "Responsable"),
            new TableColumn(Due, CellKind.Date, false, "Due date", "Deadline", "Fällig", "Fällig am", "Fälligkeit", "Échéance", "Vencimiento"),
            new TableColumn(Answer, CellKind.Text, false, "Value", "Antwort", "Réponse", "Respuesta"),
            new TableColumn(Done, CellKind.Text, false, "Completed", "Erledigt", "Fertig", "Fait", "Terminé", "Hecho"),
            new TableColumn(Note, CellKind.Text, false, "Notes", "Comment", "Comments", "Notiz", "Bemerkung", "Kommentar", "Remarque", "Nota") { Personal = true },
        ],
    };

    /// <summary>Writes the tasks as CSV.</summary>
    public static async Task WriteCsvAsync(Stream output, IReadOnlyList<TaskView> tasks, CancellationToken cancellationToken)
    {
        await using var csv = new CsvRows(output, Heads, "Age (days)", "Handed out again", "Open steps", "With partners");
        foreach (var task in tasks)
        {
            await csv.WriteAsync(cancellationToken, [.. Cells(task)]);
        }
    }

    /// <summary>Writes the tasks as a workbook.</summary>
    public static void WriteWorkbook(Stream output, IReadOnlyList<TaskView> tasks)
    {
        using var workbook = new SpreadsheetWriter(output);
        workbook.BeginSheet("Tasks", [.. Heads.Zip(Widths, (head, width) => new SpreadsheetColumn(head, width))]);
        foreach (var task in tasks)
        {
            workbook.WriteRow([.. Cells(task).Select(SpreadsheetCell.Of)]);
        }
    }

    private static IEnumerable<string?> Cells(TaskView view) =>
    [
        view.Task.Id,
        view.Group,
        view.Task.Title,
        view.Claim?.Owner,
        view.Claim?.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        view.Answer?.Value,
        view.Claim?.DoneBy is null ? null : "yes",
        view.Claim?.Note,
        view.AgeDays?.ToString(CultureInfo.InvariantCulture),
        view.Task.Reissue == 0 ? null : view.Task.Reissue.ToString(CultureInfo.InvariantCulture),
        view.Open.ToString(CultureInfo.InvariantCulture),
        view.WithPartner.ToString(CultureInfo.InvariantCulture),
        string.Join(", ", view.Blocks.Select(count => $"{count.Count} {count.Name}")),
        view.Task.NeedsAnswer ? "yes" : null,
        string.Join(" ", view.Task.Wrong),
    ];
}
