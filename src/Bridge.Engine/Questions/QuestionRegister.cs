using System.Text;
using System.Text.Json;

namespace Bridge.Engine.Questions;

/// <summary>
/// What was asked: one line per question and source in <c>.bridge/questions.ndjson</c>. Each source replaces its own questions when
/// it looks again, so what no longer is a question disappears. Held whole: as many as people can answer.
/// </summary>
/// <param name="folder">Folder of the migration.</param>
internal sealed class QuestionRegister(string folder)
{
    private readonly string path = Path.Combine(folder, ".bridge", "questions.ndjson");

    /// <summary>Everything that was asked, in order of sources and as they raised it.</summary>
    public IReadOnlyList<RaisedQuestion> Read() => !File.Exists(path)
        ? []
        : [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
            JsonSerializer.Deserialize(line, QuestionJson.Default.RaisedQuestion) ?? throw new JsonException($"{path} holds an empty question."))];

    /// <summary>Puts the questions of one source in place of those that it had; with <paramref name="keep"/> some of them stay.</summary>
    public async Task ReplaceAsync(string source, IEnumerable<Question> questions, Func<Question, bool> keep, CancellationToken cancellationToken)
    {
        var raised = questions.DistinctBy(question => question.Id(), StringComparer.Ordinal).ToList();
        var known = raised.Select(question => question.Id()).ToHashSet(StringComparer.Ordinal);
        var all = Read()
            .Where(entry => entry.Source != source || (!known.Contains(entry.Question.Id()) && keep(entry.Question)))
            .Concat(raised.Select(question => new RaisedQuestion(source, question)))
            .OrderBy(entry => entry.Source, StringComparer.Ordinal)
            .ToList();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var next = path + ".new";
        await File.WriteAllLinesAsync(next, all.Select(entry => JsonSerializer.Serialize(entry, QuestionJson.Default.RaisedQuestion)), new UTF8Encoding(false), cancellationToken);
        File.Move(next, path, overwrite: true);
    }
}
