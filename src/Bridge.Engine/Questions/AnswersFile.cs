using System.Buffers;
using System.Globalization;
using System.Text;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Model.Findings;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Engine.Questions;

/// <summary>
/// The answers of a migration as a table that people can read: <c>answers.csv</c> in its folder. Bridge adds lines and changes none,
/// so the file is its own audit.
/// </summary>
/// <param name="folder">Folder of the migration.</param>
public sealed class AnswersFile(string folder)
{
    /// <summary>Name of the file.</summary>
    public const string Name = "answers.csv";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");
    private static readonly string[] Columns = ["question", "kind", "subject", "answer", "by", "at", "owner", "due"];

    /// <summary>Absolute path.</summary>
    public string FullPath { get; } = Path.Combine(folder, Name);

    /// <summary>Reads the file; every problem becomes a finding with its line. A file that is not there holds no answers.</summary>
    public AnswerBook Read(ICollection<Finding> findings)
    {
        if (!File.Exists(FullPath))
        {
            return AnswerBook.None;
        }

        var rows = new List<AnswerRow>();
        try
        {
            using var parser = new CsvParser(new StringReader(File.ReadAllText(FullPath).TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture));
            if (!parser.Read() || !parser.Record!.SequenceEqual(Columns, StringComparer.Ordinal))
            {
                findings.Add(QuestionFindings.Of(QuestionFindings.Unreadable, Name, 1, null, $"The first line must be: {string.Join(',', Columns)}."));
                return AnswerBook.None;
            }

            while (parser.Read())
            {
                var cells = parser.Record!;
                if (Row(cells, parser.RawRow) is { } row)
                {
                    rows.Add(row);
                }
                else if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                {
                    findings.Add(QuestionFindings.Of(QuestionFindings.RowWrong, Name, parser.RawRow, cells[0], "The line must have eight cells: question, kind, subject, answer, by, at as an instant, owner, due as YYYY-MM-DD; the id must fit kind and subject."));
                }
            }
        }
        catch (CsvHelperException problem)
        {
            findings.Add(QuestionFindings.Of(QuestionFindings.Unreadable, Name, problem.Context?.Parser?.RawRow ?? 1, null, "A quotation mark is not closed or stands in the middle of a value."));
        }

        return new AnswerBook(rows);
    }

    /// <summary>Adds lines: all of them or none.</summary>
    public async Task AppendAsync(IReadOnlyList<AnswerRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var text = new StringBuilder();
        await using var stream = new FileStream(FullPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (stream.Length == 0)
        {
            text.Append(string.Join(',', Columns)).Append('\n');
        }
        else
        {
            // A file that somebody edited may lack its last line end.
            stream.Position = stream.Length - 1;
            text.Append(stream.ReadByte() == '\n' ? "" : "\n");
        }

        foreach (var row in rows)
        {
            string?[] cells = [row.QuestionId(), row.Kind, row.Subject, row.Value, row.By, row.At.ToString("O", CultureInfo.InvariantCulture), row.Owner, row.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
            text.Append(string.Join(',', cells.Select(cell => Quote(SpreadsheetText.Protect(cell ?? ""))))).Append('\n');
        }

        stream.Position = stream.Length;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    private static AnswerRow? Row(string[] cells, int line)
    {
        if (cells.Length != Columns.Length)
        {
            return null;
        }

        var texts = cells.Select(cell => SpreadsheetText.Restore(cell)).ToArray();
        var due = default(DateOnly);
        if (texts[1].Length == 0 || texts[4].Length == 0
            || !DateTimeOffset.TryParse(texts[5], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || (texts[7].Length > 0 && !DateOnly.TryParseExact(texts[7], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out due)))
        {
            return null;
        }

        var row = new AnswerRow
        {
            Kind = texts[1],
            Subject = texts[2],
            Value = texts[3].Length == 0 ? null : texts[3],
            By = texts[4],
            At = at,
            Owner = texts[6].Length == 0 ? null : texts[6],
            Due = texts[7].Length == 0 ? null : due,
            Line = line,
        };
        return row.QuestionId() == texts[0] ? row : null;
    }

    private static string Quote(string cell) =>
        !cell.AsSpan().ContainsAny(Quoted) && !cell.StartsWith(' ') && !cell.EndsWith(' ') ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
