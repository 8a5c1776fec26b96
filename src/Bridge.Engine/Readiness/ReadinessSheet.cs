using System.Globalization;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Readiness;

/// <summary>
/// What people answer, as CSV or XLSX by the name of the file. Check, Subject and Answer are needed on the way back; columns may
/// stand in any order. Statuses alone: a sheet never holds a tax number or an account.
/// </summary>
public static class ReadinessSheet
{
    private static readonly (string Title, int Width)[] Columns =
        [("Check", 16), ("Subject", 20), ("Name", 30), ("Question", 70), ("Answer", 16), ("Owner", 20), ("Due", 14), ("Answered By", 20)];

    private static readonly TableSchema Schema = new()
    {
        Name = "readiness",
        Title = "sheet of readiness",
        Setting = "readiness",
        Patterns = [],
        Origin = "Export it with 'bridge readiness export'.",
        Columns =
        [
            new("Check", CellKind.Text, true, "Prüfung"),
            new("Subject", CellKind.Text, true, "Betrifft"),
            new("Answer", CellKind.Text, true, "Antwort", "Réponse"),
            new("Owner", CellKind.Text, false, "Verantwortlich", "Responsable"),
            new("Due", CellKind.Date, false, "Due Date", "Fällig", "Échéance"),
            new("Answered By", CellKind.Text, false, "By", "Beantwortet von", "Répondu par"),
        ],
    };

    /// <summary>Every question with what was answered so far, in place of a file that is there.</summary>
    public static async Task<int> WriteAsync(string path, ReadinessFacts facts, CancellationToken cancellationToken)
    {
        var rows = Rows(facts).ToList();
        await using var stream = File.Create(path);
        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            using var workbook = new SpreadsheetWriter(stream);
            workbook.BeginSheet("Readiness", [.. Columns.Select(column => new SpreadsheetColumn(column.Title, column.Width))]);
            foreach (var row in rows)
            {
                workbook.WriteRow([.. row.Select(SpreadsheetCell.Of)]);
            }

            return rows.Count;
        }

        await using var lines = new CsvRows(stream, [.. Columns.Select(column => column.Title)]);
        foreach (var row in rows)
        {
            await lines.WriteAsync(cancellationToken, row);
        }

        return rows.Count;
    }

    /// <summary>Reads a sheet that came back. It is taken whole or not at all: with a finding, nothing is to be taken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="by">Who answers where the sheet does not say it; null for nobody.</param>
    /// <param name="findings">Takes every problem by line.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyDictionary<(string Check, string Subject), ReadinessAnswer>> ReadAsync(
        string path, string? by, ICollection<Finding> findings, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var folder = new TableFolder(Path.GetDirectoryName(path)!, "readiness", name);
        var answers = new Dictionary<(string, string), ReadinessAnswer>();
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
                    if (Take(row, by, findings) is { } answer)
                    {
                        answers[(answer.Check, answer.Subject)] = answer;
                    }
                }
            }
        }
        catch (RailException problem)
        {
            findings.Add(Problem("BRG-RDY-040", $"{name}:1", null, problem.Message));
        }

        return answers;
    }

    private static IEnumerable<string?[]> Rows(ReadinessFacts facts)
    {
        foreach (var check in ReadinessChecks.All.Where(check => check.Scope == ReadinessScope.Program))
        {
            yield return Row(check, ReadinessItem.Program, "", check.Question);
        }

        foreach (var host in facts.Hosts.Where(host => !host.Permitted).OrderBy(host => host.Host, StringComparer.Ordinal))
        {
            yield return Row(ReadinessChecks.Hosts, host.Host, "", "The target does not permit this host. Permit it there, or write leave when it is not the brand's.");
        }

        foreach (var partner in facts.Partners.OrderByDescending(partner => partner.Orders).ThenBy(partner => partner.Source, StringComparer.Ordinal))
        {
            foreach (var check in ReadinessChecks.All.Where(check => check.Scope == ReadinessScope.Partner))
            {
                yield return Row(check, partner.Source, partner.Name, check.Question);
            }
        }

        // Who has no orders any more keeps the answer: it may count again.
        var asked = facts.Partners.Select(partner => partner.Source).Concat(facts.Hosts.Where(host => !host.Permitted).Select(host => host.Host)).Append(ReadinessItem.Program).ToHashSet(StringComparer.Ordinal);
        foreach (var answer in facts.Answers.Values.Where(answer => answer.Answer is not null && !asked.Contains(answer.Subject)).OrderBy(answer => answer.Subject, StringComparer.Ordinal).ThenBy(answer => answer.Check, StringComparer.Ordinal))
        {
            yield return Row(ReadinessChecks.All.First(check => check.Name == answer.Check), answer.Subject, "", "");
        }

        string?[] Row(ReadinessCheck check, string subject, string name, string question)
        {
            var answer = facts.Answers.GetValueOrDefault((check.Name, subject));
            return
            [
                check.Name, subject, name, question, answer?.Answer, answer?.Owner ?? (check.Owner.Length > 0 ? check.Owner : null),
                answer?.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), answer?.By,
            ];
        }
    }

    private static ReadinessAnswer? Take(TableRow row, string? by, ICollection<Finding> findings)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{row.File.Name}:{row.Line}");
        var cells = new CellReader(row);
        var due = cells.Date("Due", fatal: true);
        if (row.Damage() is { } damage)
        {
            findings.Add(Problem("BRG-RDY-040", place, null, $"The row cannot be read: {damage}."));
            return null;
        }

        foreach (var problem in cells.Problems)
        {
            findings.Add(Problem("BRG-RDY-041", place, problem.Value, $"Column '{problem.Column}' {problem.Rule}."));
        }

        var (check, subject, text) = (Text(cells, "Check"), Text(cells, "Subject"), Text(cells, "Answer"));
        var known = ReadinessChecks.All.FirstOrDefault(each => string.Equals(each.Name, check, StringComparison.OrdinalIgnoreCase));
        if (known is null || subject is null || (known.Scope == ReadinessScope.Computed && known != ReadinessChecks.Hosts))
        {
            findings.Add(Problem("BRG-RDY-042", place, check, "The row names no check that people answer, or no subject."));
            return null;
        }

        var answer = new ReadinessAnswer(known.Name, subject, text, Text(cells, "Owner"), due is { } day ? DateOnly.FromDateTime(day.DateTime) : null, text is null ? null : Text(cells, "Answered By") ?? by);
        if (text is not null && !answer.IsYes && !answer.IsNo && !(known.TakesDate && answer.Day is not null))
        {
            findings.Add(Problem("BRG-RDY-043", place, text, known.TakesDate ? "The answer is neither yes, no nor a day like 2026-07-31." : "The answer is neither yes, no nor not needed."));
        }

        if (text is not null && answer.By is null)
        {
            findings.Add(Problem("BRG-RDY-044", place, text, "The answer has no name beside it."));
        }

        return answer;
    }

    private static string? Text(CellReader cells, string column) => cells.Text(column) is { } text ? SpreadsheetText.Restore(text) : null;

    private static Finding Problem(string code, string place, string? value, string message) => new()
    {
        Code = code,
        Severity = Severity.Blocking,
        Place = place,
        Value = value,
        Message = message,
        Remedy = "Correct the row and import the sheet again; nothing of it was taken. --by names who answers.",
    };
}
