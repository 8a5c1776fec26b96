using System.Globalization;
using Bridge.Engine.Questions;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>
/// Looks at every file of an inbox, says what it is and why, reads it whole, and asks what it leaves open. It changes no file; what it
/// found goes into the decisions that the connection picks up.
/// </summary>
/// <param name="source">Whose files.</param>
/// <param name="answers">What people answered.</param>
public sealed class Inbox(InboxSource source, AnswerBook answers)
{
    /// <summary>Name under which its questions are raised.</summary>
    public const string Source = "inbox";

    private const int MonthsWanted = 12;
    private const decimal DaysOfMonth = 30.4m;
    private readonly InboxFolder folder = new(source.Folder, source.Rail.Id, source.Connection);
    private readonly KindChoice kinds = new(source.Rail.Tables, answers);
    private readonly ColumnChoice columns = new(answers);
    private readonly List<Question> questions = [];
    private readonly List<IntakeEntry> entries = [];

    /// <summary>Looks at everything and writes the decisions.</summary>
    /// <param name="showPersonal">True when the rows that are shown may hold personal cells.</param>
    /// <param name="progress">Told about large files.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<InboxReport> LookAsync(bool showPersonal, IProgress<InboxProgress>? progress, CancellationToken cancellationToken)
    {
        var names = folder.Names();
        var copies = await folder.CopiesAsync(names, cancellationToken);
        var items = new List<InboxItem>();
        foreach (var name in names)
        {
            progress?.Report(new InboxProgress(name, 0));
            if (copies.TryGetValue(name, out var original))
            {
                items.Add(new InboxItem { Look = (await folder.LookAsync(name, source.Rail.Tables, cancellationToken))[0], Why = $"the same bytes as {original}; read once" });
                entries.Add(new IntakeEntry { File = name });
                continue;
            }

            foreach (var look in await folder.LookAsync(name, source.Rail.Tables, cancellationToken))
            {
                items.Add(await TakeAsync(look, showPersonal, progress, cancellationToken));
            }
        }

        AskZone(items);
        var decisions = new IntakeDecisions { Answers = answers.ReadingHash(), Files = entries.OrderBy(entry => entry.File, StringComparer.Ordinal).ToValueList() };
        var path = IntakeFile.PathOf(source.MigrationFolder, source.Connection);
        await IntakeFile.WriteAsync(path, decisions, cancellationToken);
        var asked = questions.DistinctBy(question => question.Id(), StringComparer.Ordinal).ToList();
        return new InboxReport(items, new InboxGaps(source, items).Find(), asked, [.. asked.Where(question => answers.ById(question.Id()) is null)], path);
    }

    /// <summary>Months between the first and the last day that files of a kind cover together, and whether they are enough; null when no date was read.</summary>
    public static (int Months, bool Enough)? Covered(IReadOnlyList<TableScan> scans)
    {
        if (scans.Min(scan => scan.From) is not { } from || scans.Max(scan => scan.Until) is not { } until)
        {
            return null;
        }

        var months = (int)Math.Round((until - from).Days / DaysOfMonth, MidpointRounding.AwayFromZero);
        return (months, months >= MonthsWanted);
    }

    private async Task<InboxItem> TakeAsync(FileLook look, bool showPersonal, IProgress<InboxProgress>? progress, CancellationToken cancellationToken)
    {
        if (look.Kind != FileLookKind.Table)
        {
            if (look.Kind is not FileLookKind.Other)
            {
                entries.Add(new IntakeEntry { File = look.Name });
            }

            return new InboxItem { Look = look, Why = look.Note ?? "explanations of a template", Waits = look.Kind == FileLookKind.Unreadable };
        }

        var (kind, why, question) = kinds.Of(look);
        if (question is not null)
        {
            questions.Add(question);
        }

        if (kind is null)
        {
            entries.Add(new IntakeEntry { File = look.Name });
            return new InboxItem { Look = look, Why = why, Waits = question is not null && answers.ById(question.Id()) is null };
        }

        var (paired, asked) = columns.Of(look, kind);
        questions.AddRange(asked);
        var waits = paired.Pairings.Any(pairing => pairing.Column.Required && !pairing.Taken);
        var entry = new IntakeEntry
        {
            File = look.Name,
            Holds = waits ? null : kind.Schema.Name,
            HeaderLine = look.HeaderLine,
            Dates = TableWords.Dates(answers.Find(QuestionKinds.DateOrder, look.Name)),
            Numbers = TableWords.Numbers(answers.Find(QuestionKinds.DecimalMark, look.Name)),
            TimeZone = answers.Find(QuestionKinds.TimeZone, source.Connection),
            Columns = ColumnChoice.Taken(look, paired).ToValueList(),
        };
        entries.Add(entry);
        var item = new InboxItem { Look = look, Taken = paired, Why = why, Waits = waits };
        return waits ? item : await ScanAsync(item, entry, showPersonal, progress, cancellationToken);
    }

    private async Task<InboxItem> ScanAsync(InboxItem item, IntakeEntry entry, bool showPersonal, IProgress<InboxProgress>? progress, CancellationToken cancellationToken)
    {
        var schema = item.Taken!.Schema;
        var file = folder.Tables.Find(entry.Apply(schema), [entry.File], entry.Apply(source.Forms)).Single();
        var rows = new RowProgress(entry.File, progress);
        var scan = await TableScan.RunAsync(folder.Tables, file, showPersonal, rows, cancellationToken);
        var blocked = false;
        foreach (var finding in scan.Findings.Where(finding => finding.Severity == Severity.Blocking))
        {
            blocked = true;
            if (finding.Code is "BRG-TAB-005" or "BRG-TAB-006")
            {
                questions.Add(FormQuestion(entry.File, finding));
            }
        }

        Keep(entry);
        foreach (var (key, open) in scan.Open.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            questions.Add(TermsQuestion(entry.File, key, open));
        }

        return item with { Scan = scan, Waits = blocked };
    }

    /// <summary>Questions about forms that were answered stay on record, so that the answer can be seen and changed.</summary>
    private void Keep(IntakeEntry entry)
    {
        if (entry.Dates is not null)
        {
            questions.Add(DatesQuestion(entry.File, "As answered."));
        }

        if (entry.Numbers is not null)
        {
            questions.Add(NumbersQuestion(entry.File, "As answered."));
        }
    }

    private static Question FormQuestion(string file, Finding finding)
    {
        var evidence = $"{finding.Place}: '{finding.Value}'. {finding.Message}";
        return finding.Code == "BRG-TAB-005" ? DatesQuestion(file, evidence) : NumbersQuestion(file, evidence);
    }

    private static Question DatesQuestion(string file, string evidence) => new()
    {
        Kind = QuestionKinds.DateOrder,
        Subject = file,
        Text = $"In which order do day, month and year stand in '{file}'?",
        Evidence = evidence,
        Options = [new("dmy", "day first, 30/6/26"), new("mdy", "month first, 6/30/26"), new("ymd", "year first, 26/6/30")],
        Blocks = true,
    };

    private static Question NumbersQuestion(string file, string evidence) => new()
    {
        Kind = QuestionKinds.DecimalMark,
        Subject = file,
        Text = $"How are numbers written in '{file}'?",
        Evidence = evidence,
        Options = [new(TableWords.Point, "a point before the decimals"), new(TableWords.Comma, "a comma before the decimals")],
        Blocks = true,
    };

    private static Question TermsQuestion(string file, string key, OpenTerms open) => new()
    {
        Kind = open.Question.Kind,
        Subject = key,
        Text = open.Question.Text.Replace("{label}", open.Label, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal),
        Evidence = string.Create(CultureInfo.InvariantCulture, $"{file}:{open.Line}, {string.Join(" and ", open.Question.When)}: {string.Join(", ", open.Seen)}."),
        Options = TierAnswers.OptionsOf(open.Question.Kind),
        UsualOwner = "program owner",
    };

    private void AskZone(List<InboxItem> items)
    {
        var timed = items.Where(item => item.Taken is not null && item.Taken.Pairings.Any(pairing => pairing is { Taken: true, Column.Kind: CellKind.Date } && item.Look.HasBareTimes(pairing.Place)))
            .Select(item => item.Look.Name).ToList();
        if (timed.Count == 0 || source.ZoneSaid)
        {
            return;
        }

        questions.Add(new Question
        {
            Kind = QuestionKinds.TimeZone,
            Subject = source.Connection,
            Text = $"In which time zone are the times of {source.Rail.DisplayName}'s exports?",
            Evidence = $"Times without zone in {string.Join(", ", timed)}. The reporting settings of the account say it.",
            Options = [new("UTC", ""), new("Europe/Berlin", ""), new("Europe/Paris", ""), new("Europe/London", ""), new("America/New_York", ""), new("America/Los_Angeles", "")],
            Form = AnswerForm.TimeZone,
            Blocks = true,
        });
    }

    private sealed class RowProgress(string file, IProgress<InboxProgress>? progress) : IProgress<long>
    {
        public void Report(long value) => progress?.Report(new InboxProgress(file, value));
    }
}
