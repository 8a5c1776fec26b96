using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Snapshots;

namespace Bridge.Engine.Questions;

/// <summary>What people answered, as it stands: the last answer to each question, with all earlier ones behind it.</summary>
public sealed class AnswerBook
{
    private const int MostLookedBack = 500;
    private readonly IReadOnlyList<AnswerRow> history;
    private readonly Dictionary<string, AnswerRow> answers;
    private readonly Dictionary<string, (string? Owner, DateOnly? Due)> assigned = new(StringComparer.Ordinal);

    /// <param name="history">All lines in their order.</param>
    public AnswerBook(IReadOnlyList<AnswerRow> history)
    {
        this.history = history;
        answers = Effective(history);
        foreach (var row in history.Where(row => row.Owner is not null || row.Due is not null))
        {
            var known = assigned.GetValueOrDefault(row.QuestionId());
            assigned[row.QuestionId()] = (row.Owner ?? known.Owner, row.Due ?? known.Due);
        }
    }

    /// <summary>Nobody answered anything.</summary>
    public static AnswerBook None { get; } = new([]);

    /// <summary>All lines in their order.</summary>
    public IReadOnlyList<AnswerRow> History => history;

    /// <summary>The answer to a question by its id, or null.</summary>
    public AnswerRow? ById(string id) => answers.GetValueOrDefault(id);

    /// <summary>The answer to the question of a kind about a subject, or null.</summary>
    public string? Find(string kind, string subject) => answers.GetValueOrDefault(Question.IdOf(kind, subject))?.Value;

    /// <summary>The answers of a kind in order of their subjects.</summary>
    public IEnumerable<AnswerRow> Of(string kind) =>
        answers.Values.Where(row => row.Kind == kind).OrderBy(row => row.Subject, KeyOrder.Instance);

    /// <summary>Who is to answer a question by when; nulls when nobody was named.</summary>
    public (string? Owner, DateOnly? Due) AssignmentOf(string id) => assigned.GetValueOrDefault(id);

    /// <summary>
    /// SHA-256 over the answers that are inputs of a plan, lower-case hexadecimal; who answered and when is not in it. Null when
    /// there is none.
    /// </summary>
    public string? PlanHash() => HashOf(answers.Values, QuestionKinds.IsPlanInput);

    /// <summary>The same over the answers that change how files are read.</summary>
    public string? ReadingHash() => HashOf(answers.Values, kind => QuestionKinds.StageOf(kind) == QuestionStage.Reading);

    /// <summary>When the answer that changes how files are read was given last; null when there is none.</summary>
    public DateTimeOffset? LastReadingAnswer() => answers.Values
        .Where(row => QuestionKinds.StageOf(row.Kind) == QuestionStage.Reading)
        .Select(row => (DateTimeOffset?)row.At)
        .Max();

    /// <summary>
    /// The answers behind the state that a plan was made from; empty when that state is too far back or was never one of this file.
    /// </summary>
    public IReadOnlyList<AnswerRow> ChangedSince(string? planHash)
    {
        for (var count = history.Count; count >= 0 && history.Count - count <= MostLookedBack; count--)
        {
            if (HashOf(Effective(history.Take(count)).Values, QuestionKinds.IsPlanInput) == planHash)
            {
                return [.. history.Skip(count).Where(row => row.Value is not null && QuestionKinds.IsPlanInput(row.Kind))];
            }
        }

        return [];
    }

    private static Dictionary<string, AnswerRow> Effective(IEnumerable<AnswerRow> rows)
    {
        var last = new Dictionary<string, AnswerRow>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Value is not null))
        {
            last[row.QuestionId()] = row;
        }

        return last;
    }

    private static string? HashOf(IEnumerable<AnswerRow> rows, Func<string, bool> counts)
    {
        var lines = rows.Where(row => counts(row.Kind))
            .OrderBy(row => row.Kind, StringComparer.Ordinal)
            .ThenBy(row => row.Subject, KeyOrder.Instance)
            .Select(row => $"{row.Kind}:{row.Subject.Length}:{row.Subject}{row.Value}\n")
            .ToList();
        return lines.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
