using Bridge.Engine.Questions;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>Decides which column of a file is which: a person's word, else what is sure, else a question for those that are needed.</summary>
internal sealed class ColumnChoice(AnswerBook answers)
{
    private const int MostOptions = 40;

    /// <summary>The pairings with people's words, and what is to be asked; answered questions are given too.</summary>
    public (KindProposal Kind, IReadOnlyList<Question> Questions) Of(FileLook look, KindProposal kind)
    {
        var pairings = new List<ColumnPairing>(kind.Pairings.Count);
        var questions = new List<Question>();
        var said = kind.Pairings.ToDictionary(pairing => pairing.Column.Name, pairing => Said(look, pairing.Column), StringComparer.Ordinal);
        var given = said.Values.OfType<int>().ToHashSet();
        foreach (var pairing in kind.Pairings)
        {
            if (said[pairing.Column.Name] is { } place)
            {
                questions.Add(Ask(look, kind, pairing));
                pairings.Add(new ColumnPairing(pairing.Column, place, look.Headers[place - 1], 100, "a person said so"));
                continue;
            }

            var free = pairing with { Place = given.Contains(pairing.Place) ? 0 : pairing.Place, Percent = given.Contains(pairing.Place) ? 0 : pairing.Percent };
            pairings.Add(free);
            if (free.Asks)
            {
                questions.Add(Ask(look, kind, free));
            }
        }

        return (kind with { Pairings = pairings }, questions);
    }

    /// <summary>What is read of a file, by the columns that are sure.</summary>
    public static IReadOnlyList<IntakeColumn> Taken(FileLook look, KindProposal kind)
    {
        var names = look.Headers.Select(TableHeader.Normalize).ToList();
        return
        [
            .. kind.Pairings.Where(pairing => pairing.Taken).Select(pairing =>
            {
                // A header that stands twice, or has no letter, does not say which column it is: its place does.
                var name = TableHeader.Normalize(pairing.Header);
                return new IntakeColumn(pairing.Column.Name, pairing.Header, name.Length == 0 || names.Count(each => each == name) > 1 ? pairing.Place : null);
            }),
        ];
    }

    private int? Said(FileLook look, TableColumn column)
    {
        if (answers.Find(QuestionKinds.FileColumn, Subject(look, column)) is not { } header)
        {
            return null;
        }

        var wanted = TableHeader.Normalize(header);
        var place = look.Headers.Select(TableHeader.Normalize).ToList().IndexOf(wanted);
        return place < 0 ? null : place + 1;
    }

    private static Question Ask(FileLook look, KindProposal kind, ColumnPairing pairing)
    {
        var taken = kind.Pairings.Where(other => other.Taken && other.Percent >= 94).Select(other => other.Header).ToHashSet(StringComparer.Ordinal);
        var likely = pairing.Rivals.Prepend(pairing.Header).Where(header => header.Length > 0).ToList();
        var headers = likely.Concat(look.Headers.Where(header => header.Length > 0 && !taken.Contains(header))).Distinct(StringComparer.Ordinal).Take(MostOptions);
        return new Question
        {
            Kind = QuestionKinds.FileColumn,
            Subject = Subject(look, pairing.Column),
            Text = $"Which column of '{look.Name}' is '{pairing.Column.Name}' of the {kind.Schema.Title}?",
            Evidence = $"{pairing.Column.Meaning} {(pairing.Place == 0 ? "No header is like it." : $"'{pairing.Header}': {pairing.Reason}.")}{(pairing.Rivals.Count == 0 ? "" : $" So could be: {string.Join(", ", pairing.Rivals)}.")}".Trim(),
            Options = [.. headers.Select(header => new QuestionOption(header, likely.Contains(header) ? "likely" : ""))],
            Blocks = true,
        };
    }

    private static string Subject(FileLook look, TableColumn column) => $"{look.Name} / {column.Name}";
}
