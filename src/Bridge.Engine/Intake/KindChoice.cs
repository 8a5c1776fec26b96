using Bridge.Engine.Questions;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>
/// Decides what a file holds: a person's word, else its content, else between kinds with the same content what its rows state, and
/// last its name. What is left is a question.
/// </summary>
internal sealed class KindChoice(IReadOnlyList<TableSchema> schemas, AnswerBook answers)
{
    /// <summary>The kind and the reason, or a question; a null kind without question is a file that is not read.</summary>
    public (KindProposal? Kind, string Why, Question? Question) Of(FileLook look)
    {
        if (answers.Find(QuestionKinds.FileKind, look.Name) is { } said)
        {
            return said == TableWords.Ignore
                ? (null, "not read, as a person said", Ask(look, schemas, ""))
                : (look.Proposals.FirstOrDefault(each => TableWords.Of(each.Schema) == said), "a person said so", Ask(look, schemas, ""));
        }

        var best = look.Proposals[0];
        if (best.Percent < KindProposal.Fits)
        {
            return (null, "nothing that Bridge knows", Ask(look, schemas, $"Its columns: {string.Join(", ", look.Headers.Take(12))}. Most like a {best.Schema.Title} ({best.Percent} %)."));
        }

        var rivals = look.Proposals.Where(each => each.Percent > best.Percent - KindProposal.Margin).ToList();
        if (rivals.Count == 1)
        {
            return (best, $"its content fits by {best.Percent} %", null);
        }

        if (ByRows(look, rivals) is { } told)
        {
            return told;
        }

        var named = rivals.Where(each => IsNamed(look.Name, each.Schema)).ToList();
        return named.Count == 1
            ? (named[0], $"its content fits {Titles(rivals)} alike, and its name says which", null)
            : (null, $"its content fits {Titles(rivals)} alike", Ask(look, [.. rivals.Select(each => each.Schema)], $"Its content fits {Titles(rivals)} alike, and its name does not tell.{Words(look, rivals)}"));
    }

    private static (KindProposal?, string, Question?)? ByRows(FileLook look, List<KindProposal> rivals)
    {
        var telling = rivals.Where(each => each.Schema.Tell is not null).ToList();
        if (telling.Count == 0 || telling.Count < rivals.Count)
        {
            return null;
        }

        var place = telling[0].Pairings.FirstOrDefault(pairing => pairing.Column.Name == telling[0].Schema.Tell!.Column && pairing.Taken)?.Place ?? 0;
        if (look.WordsAt(place) is not { Count: > 0 } words)
        {
            return null;
        }

        var fitting = telling.Where(each => words.Any(each.Schema.Tell!.Has)).ToList();
        var known = words.All(word => telling.Exists(each => each.Schema.Tell!.Has(word)));
        return (known, fitting.Count) switch
        {
            (true, 1) => (fitting[0], $"its column '{look.Headers[place - 1]}' says {string.Join(", ", words.Take(3))} in every row", null),
            (true, > 1) => (fitting[0], $"its column '{look.Headers[place - 1]}' states what holds row by row", null),
            _ => null,
        };
    }

    private static string Words(FileLook look, List<KindProposal> rivals)
    {
        var pairing = rivals[0].Pairings.FirstOrDefault(pairing => pairing.Column.Name == rivals[0].Schema.Tell?.Column && pairing.Taken);
        return pairing is not null && look.WordsAt(pairing.Place) is { Count: > 0 } words ? $" Its column '{pairing.Header}' says: {string.Join(", ", words.Take(6))}." : "";
    }

    private static bool IsNamed(string name, TableSchema schema)
    {
        var written = name.ToLowerInvariant();
        return schema.NameWords.Any(word => written.Contains(word, StringComparison.Ordinal))
            || schema.Patterns.Any(pattern => pattern.IndexOf('*', StringComparison.Ordinal) is > 2 and var at && written.Contains(pattern[..at].ToLowerInvariant(), StringComparison.Ordinal));
    }

    private static Question Ask(FileLook look, IReadOnlyList<TableSchema> among, string evidence) => new()
    {
        Kind = QuestionKinds.FileKind,
        Subject = look.Name,
        Text = $"What does '{look.Name}' hold?",
        Evidence = evidence,
        Options = [.. among.Select(schema => new QuestionOption(TableWords.Of(schema), schema.Title)), new(TableWords.Ignore, "it is not read")],
        Blocks = true,
    };

    private static string Titles(IEnumerable<KindProposal> kinds) => string.Join(" and ", kinds.Select(each => $"the {each.Schema.Title}"));
}
