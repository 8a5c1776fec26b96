using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Handoffs.Tables;

/// <summary>
/// Takes a filled-in table of tasks back: everything in it or, when anything is wrong, nothing. A blank cell says nothing, a
/// hyphen takes away what was there. What equals what is written down already changes nothing, so a table can come twice.
/// </summary>
/// <param name="desk">Where it is written down.</param>
public sealed class TaskImport(TaskDesk desk)
{
    private const string TakeAway = "-";

    /// <summary>Reads the file and writes down what it says.</summary>
    /// <param name="path">CSV or XLSX, absolute.</param>
    /// <param name="forms">What the person said about dates.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="cancellationToken">Stops before anything is written down.</param>
    /// <exception cref="Migrations.MigrationInvalidException">Something is wrong; all of it is named, nothing was taken.</exception>
    public async Task<TaskImportResult> RunAsync(string path, TableForms forms, string by, CancellationToken cancellationToken)
    {
        var (rows, findings) = await TableInput.ReadAsync(TaskTable.Schema, path, forms, "tasks import", cancellationToken);
        var problems = findings.Where(finding => finding.Severity == Severity.Blocking).ToList();
        var changes = new List<(string Id, TaskChange Change)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = 0;
        foreach (var row in rows.Where(row => !row.IsExample()))
        {
            read++;
            if (await ReadAsync(row, lines, problems, cancellationToken) is { } change)
            {
                changes.Add(change);
            }
        }

        if (problems.Count > 0)
        {
            throw new Migrations.MigrationInvalidException(problems);
        }

        foreach (var (id, change) in changes)
        {
            // Checked above; a task that was closed in between needs nothing any more.
            _ = await desk.ChangeAsync(id, change, by, CancellationToken.None);
        }

        return new TaskImportResult(read, [.. changes.Select(change => change.Id)]);
    }

    private async Task<(string Id, TaskChange Change)?> ReadAsync(
        TableRow row, Dictionary<string, int> lines, List<Finding> problems, CancellationToken cancellationToken)
    {
        if (row.Damage() is { } damage)
        {
            problems.Add(TableInput.Wrong(row.Place, null, $"The row cannot be read: {damage}.", "Correct the row."));
            return null;
        }

        var cells = new CellReader(row);
        var id = cells.RequiredText(TaskTable.Task);
        var due = Plain(cells.Text(TaskTable.Due)) == TakeAway ? null : cells.Date(TaskTable.Due, fatal: true);
        var said = new TaskChange
        {
            Owner = Said(cells.Text(TaskTable.Owner)),
            Due = due is { } day ? DateOnly.FromDateTime(day.DateTime) : null,
            NoDue = Plain(cells.Text(TaskTable.Due)) == TakeAway,
            Note = Said(cells.Text(TaskTable.Note)),
            Answer = Plain(cells.Text(TaskTable.Answer)),
            Done = Done(cells),
        };
        foreach (var problem in cells.Problems)
        {
            problems.Add(TableInput.Wrong(row.Place, problem.Value, $"Column '{problem.Column}' {problem.Rule}.", $"Correct column '{problem.Column}' of this row."));
        }

        if (cells.Problems.Count > 0)
        {
            return null;
        }

        if (!lines.TryAdd(id, row.Line))
        {
            problems.Add(TableInput.Wrong(row.Place, id, $"The task stands in line {lines[id]} already.", "Keep one row for each task."));
            return null;
        }

        var change = await NewAsync(id, said, cancellationToken);
        if (change is not null && TaskDesk.Problem(id, await desk.FindOpenAsync(id, cancellationToken), change) is { } wrong)
        {
            problems.Add(TableInput.Wrong(row.Place, change.Answer ?? id, wrong, "Correct the row, or delete it when its task is closed."));
            return null;
        }

        return change is null ? null : (id, change);
    }

    /// <summary>What of a row is new; null when everything is written down already.</summary>
    private async Task<TaskChange?> NewAsync(string id, TaskChange said, CancellationToken cancellationToken)
    {
        var claim = await desk.ClaimOfAsync(id, cancellationToken);
        var answered = said.Answer is { } answer && (await desk.AnswerOfAsync(id, cancellationToken))?.Value == answer;
        var change = new TaskChange
        {
            Owner = Same(said.Owner, claim?.Owner) ? null : said.Owner,
            Due = said.Due == claim?.Due ? null : said.Due,
            NoDue = said.NoDue && claim?.Due is not null,
            Note = Same(said.Note, claim?.Note) ? null : said.Note,
            Answer = answered ? null : said.Answer,
            Done = answered || said.Done == (claim?.DoneBy is not null) ? null : said.Done,
        };
        return change == new TaskChange() ? await UnknownAsync(id, cancellationToken) : change;
    }

    /// <summary>A row that says nothing about a task that does not exist is still named.</summary>
    private async Task<TaskChange?> UnknownAsync(string id, CancellationToken cancellationToken) =>
        await desk.FindOpenAsync(id, cancellationToken) is null ? new TaskChange() : null;

    private static bool? Done(CellReader cells)
    {
        switch (Plain(cells.Text(TaskTable.Done))?.ToUpperInvariant())
        {
            case null:
                return null;
            case "Y" or "YES" or "TRUE" or "1" or "X" or "DONE" or "JA" or "OUI" or "SÍ" or "SI" or "ERLEDIGT":
                return true;
            case "N" or "NO" or "FALSE" or "0" or "-" or "NEIN" or "NON" or "OPEN" or "OFFEN":
                return false;
            default:
                cells.Add(TaskTable.Done, cells.Text(TaskTable.Done)!, fatal: true, "must be yes or no");
                return null;
        }
    }

    /// <summary>A text cell; empty for what is to be taken away.</summary>
    private static string? Said(string? cell) => Plain(cell) is not { } text ? null : text == TakeAway ? "" : text;

    /// <summary>The cell without the mark that keeps a spreadsheet from taking it for a formula.</summary>
    private static string? Plain(string? cell) => cell is null ? null : Reporting.Renderers.SpreadsheetText.Restore(cell);

    private static bool Same(string? said, string? before) => said is null || said == (before ?? "");
}
