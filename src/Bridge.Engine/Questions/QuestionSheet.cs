using System.Globalization;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Questions;

/// <summary>
/// Questions as a sheet that people fill in and send back, CSV or XLSX by the name of the file. Only ID and Answer are needed on
/// the way back; columns may stand in any order, and others are not read.
/// </summary>
public static class QuestionSheet
{
    private const string Id = "ID";
    private const string Answer = "Answer";
    private const string By = "Answered By";
    private const string Owner = "Owner";
    private const string Due = "Due";

    private static readonly (string Title, int Width)[] Columns =
    [
        (Id, 18), ("Question", 60), ("Seen", 60), ("Possible Answers", 60), (Answer, 24), (By, 20), (Owner, 20), (Due, 14),
        ("Blocks", 8), ("Kind", 14), ("Subject", 40), ("Answered At", 24),
    ];

    private static readonly TableSchema Schema = new()
    {
        Name = "questions",
        Title = "sheet of questions",
        Setting = "questions",
        Patterns = [],
        Origin = "Export it with 'bridge questions export'.",
        Columns =
        [
            new(Id, CellKind.Text, true, "Question ID"),
            new(Answer, CellKind.Text, true, "Antwort", "Réponse"),
            new(By, CellKind.Text, false, "By", "Beantwortet von", "Répondu par"),
            new(Owner, CellKind.Text, false, "Verantwortlich", "Responsable"),
            new(Due, CellKind.Date, false, "Due Date", "Fällig", "Échéance"),
        ],
    };

    /// <summary>Writes questions to a file, in place of one that is there.</summary>
    public static async Task WriteAsync(string path, IReadOnlyList<AskedQuestion> questions, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(path);
        if (IsWorkbook(path))
        {
            using var workbook = new SpreadsheetWriter(stream);
            workbook.BeginSheet("Questions", [.. Columns.Select(column => new SpreadsheetColumn(column.Title, column.Width))]);
            foreach (var question in questions)
            {
                workbook.WriteRow([.. Cells(question).Select(SpreadsheetCell.Of)]);
            }

            return;
        }

        await using var rows = new CsvRows(stream, [.. Columns.Select(column => column.Title)]);
        foreach (var question in questions)
        {
            await rows.WriteAsync(cancellationToken, Cells(question));
        }
    }

    /// <summary>Reads a sheet that came back and checks every row. Rows without answer, owner and due date say nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asked">Questions that may be answered.</param>
    /// <param name="by">Who answers where the sheet does not say it; null for nobody.</param>
    /// <param name="findings">Takes every problem; with one of them, nothing is to be taken.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<QuestionReply>> ReadAsync(
        string path, IReadOnlyList<AskedQuestion> asked, string? by, ICollection<Finding> findings, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var folder = new TableFolder(Path.GetDirectoryName(path)!, "questions", name);
        var known = asked.ToDictionary(each => each.Question.Id(), StringComparer.OrdinalIgnoreCase);
        var replies = new Dictionary<string, (QuestionReply Reply, int Line)>(StringComparer.Ordinal);
        try
        {
            await foreach (var page in new RowPager(folder).ReadAsync(folder.Find(Schema, [name], TableForms.Open), null, cancellationToken))
            {
                foreach (var finding in page.Findings.Where(finding => finding.Severity == Severity.Blocking))
                {
                    findings.Add(finding);
                }

                foreach (var row in page.Rows)
                {
                    Take(row, known, by, replies, findings);
                }
            }
        }
        catch (RailException problem)
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.SheetWrong, name, 1, null, problem.Message));
        }

        return [.. replies.Values.Select(reply => reply.Reply)];
    }

    /// <summary>True when a file of this name is written and read as a workbook.</summary>
    public static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    private static string?[] Cells(AskedQuestion asked) =>
    [
        asked.Question.Id(),
        asked.Question.Text,
        asked.Question.Evidence,
        string.Join("; ", asked.Question.Options.Select(option => option.Meaning.Length == 0 ? option.Value : $"{option.Value} = {option.Meaning}")),
        asked.Answer?.Value,
        asked.Answer?.By,
        asked.Owner ?? asked.Question.UsualOwner,
        asked.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        asked.Question.Blocks ? "yes" : "",
        asked.Question.Kind,
        asked.Question.Subject,
        asked.Answer?.At.ToString("u", CultureInfo.InvariantCulture),
    ];

    private static void Take(
        TableRow row, Dictionary<string, AskedQuestion> known, string? by, Dictionary<string, (QuestionReply Reply, int Line)> replies, ICollection<Finding> findings)
    {
        var cells = new CellReader(row);
        var (id, answer, who, owner) = (Text(cells, Id), Text(cells, Answer), Text(cells, By) ?? by, Text(cells, Owner));
        var due = cells.Date(Due, fatal: true);
        if (answer is null && (id is null || owner is null) && due is null && cells.Problems.Count == 0)
        {
            return;
        }

        var file = row.File.Name;
        foreach (var problem in cells.Problems)
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.SheetWrong, file, row.Line, problem.Value, $"Column '{problem.Column}' {problem.Rule}.", "Correct the cell."));
        }

        if (row.Damage() is { } damage)
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.SheetWrong, file, row.Line, null, $"The row cannot be read: {damage}."));
            return;
        }

        if (id is null || !known.TryGetValue(id, out var asked))
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.UnknownId, file, row.Line, id, id is null ? "The row has an answer and no id." : "No question has this id."));
            return;
        }

        var question = asked.Question;
        var value = answer is null ? null : question.Accept(answer, out var rule) ?? Refuse(rule);
        if (answer is not null && who is null)
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.Nameless, file, row.Line, answer, "The answer has no name beside it."));
        }

        var day = due is { } date ? DateOnly.FromDateTime(date.DateTime) : (DateOnly?)null;
        var ownerSaid = owner == question.UsualOwner && asked.Owner is null ? null : owner;
        var reply = new QuestionReply(question.Id(), value, who ?? "", ownerSaid, day);
        if (!replies.TryAdd(reply.Id, (reply, row.Line)) && replies[reply.Id].Reply.Value != value)
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.Twice, file, row.Line, answer, string.Create(CultureInfo.InvariantCulture, $"Line {replies[reply.Id].Line} answers the same question in another way.")));
        }

        string? Refuse(string? broken)
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.NotTaken, file, row.Line, answer, $"The answer to '{question.Text}' {broken}."));
            return null;
        }
    }

    private static string? Text(CellReader cells, string column) => cells.Text(column) is { } text ? SpreadsheetText.Restore(text) : null;
}
