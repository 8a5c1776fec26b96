using Bridge.Engine.Migrations;
using Bridge.Model.Findings;

namespace Bridge.Engine.Questions;

/// <summary>Where questions are raised, listed and answered.</summary>
/// <param name="folder">Folder of the migration.</param>
/// <param name="time">Clock.</param>
public sealed class QuestionDesk(string folder, TimeProvider time)
{
    private readonly QuestionRegister register = new(folder);
    private readonly AnswersFile file = new(folder);

    /// <summary>What people answered.</summary>
    /// <exception cref="MigrationInvalidException">The answers file has problems; all of them are named.</exception>
    public AnswerBook Answers()
    {
        var findings = new List<Finding>();
        var book = file.Read(findings);
        return findings.Count == 0 ? book : throw new MigrationInvalidException(findings);
    }

    /// <summary>Raises the questions of one source, in place of those that it raised before. Answered ones stay on record.</summary>
    public Task RaiseAsync(string source, IEnumerable<Question> questions, CancellationToken cancellationToken)
    {
        var answers = Answers();
        return register.ReplaceAsync(source, questions, question => answers.ById(question.Id()) is not null, cancellationToken);
    }

    /// <summary>Every question that was raised, each once: those that block first, then as they were raised.</summary>
    public IReadOnlyList<AskedQuestion> All()
    {
        var answers = Answers();
        return
        [
            .. register.Read()
                .DistinctBy(entry => entry.Question.Id(), StringComparer.Ordinal)
                .Select(entry =>
                {
                    var id = entry.Question.Id();
                    var (owner, due) = answers.AssignmentOf(id);
                    return new AskedQuestion(entry.Source, entry.Question, answers.ById(id), owner, due);
                })
                .OrderByDescending(asked => asked.Question.Blocks),
        ];
    }

    /// <summary>Questions without an answer.</summary>
    public IReadOnlyList<AskedQuestion> Open() => [.. All().Where(asked => asked.Answer is null)];

    /// <summary>Answers one question. Returns the problem, or null when it was taken.</summary>
    public async Task<string?> AnswerAsync(QuestionReply reply, CancellationToken cancellationToken)
    {
        var question = All().FirstOrDefault(asked => asked.Question.Id() == reply.Id)?.Question;
        if (question is null)
        {
            return $"There is no question '{reply.Id}'.";
        }

        if (reply.Value is not null && question.Accept(reply.Value, out var rule) is null)
        {
            return $"The answer to '{question.Text}' {rule}.";
        }

        await TakeAsync([reply], cancellationToken);
        return null;
    }

    /// <summary>
    /// Takes replies that were checked: those that change nothing are left out. All of them are written, or none.
    /// </summary>
    /// <returns>Number of answers that are new or changed.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<QuestionReply> replies, CancellationToken cancellationToken)
    {
        var asked = All().ToDictionary(each => each.Question.Id(), StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var rows = new List<AnswerRow>();
        foreach (var reply in replies)
        {
            var known = asked[reply.Id];
            var value = reply.Value is null ? null : known.Question.Accept(reply.Value, out _) ?? throw new ArgumentException($"'{reply.Value}' is no answer to {reply.Id}.", nameof(replies));
            var row = new AnswerRow
            {
                Kind = known.Question.Kind,
                Subject = known.Question.Subject,
                Value = value == known.Answer?.Value ? null : value,
                By = reply.By,
                At = now,
                Owner = reply.Owner == known.Owner ? null : reply.Owner,
                Due = reply.Due == known.Due ? null : reply.Due,
            };
            if (row.Value is not null || row.Owner is not null || row.Due is not null)
            {
                rows.Add(row);
            }
        }

        await file.AppendAsync(rows, cancellationToken);
        return rows.Count(row => row.Value is not null);
    }

    /// <summary>Records a decision that nobody asked for, such as the kind of a file that was recognised wrongly.</summary>
    public Task DecideAsync(string kind, string subject, string value, string by, CancellationToken cancellationToken) =>
        file.AppendAsync([new AnswerRow { Kind = kind, Subject = subject, Value = value, By = by, At = time.GetUtcNow() }], cancellationToken);
}
