using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Questions;

namespace Bridge.Cli.Inspection;

/// <summary>Questions in words and as JSON.</summary>
internal static class QuestionText
{
    private const int MostShown = 50;

    /// <summary>Tells the first questions, one block each.</summary>
    public static void Write(CliOutput output, IReadOnlyList<AskedQuestion> questions)
    {
        foreach (var asked in questions.Take(MostShown))
        {
            var question = asked.Question;
            output.Heading($"{question.Id()}  {question.Text}{(question.Blocks && asked.Answer is null ? "  [blocks]" : "")}");
            if (question.Evidence.Length > 0)
            {
                output.Line($"    {question.Evidence}");
            }

            foreach (var option in question.Options)
            {
                output.Line($"    - {option.Value}{(option.Meaning.Length == 0 ? "" : $": {option.Meaning}")}");
            }

            if (asked.Answer is { } answer)
            {
                output.Line($"    answered: {answer.Value}, by {answer.By}, {answer.At:u}");
            }

            if (asked.Owner is not null || asked.Due is not null)
            {
                output.Line($"    {(asked.Owner is null ? "" : $"for {asked.Owner}")}{(asked.Due is { } due ? string.Create(CultureInfo.InvariantCulture, $" by {due:yyyy-MM-dd}") : "")}".TrimEnd());
            }
        }

        if (questions.Count > MostShown)
        {
            output.Line($"... and {questions.Count - MostShown} more; 'bridge questions export questions.xlsx' writes all of them.");
        }
    }

    /// <summary>The same for programs.</summary>
    public static JsonObject Json(AskedQuestion asked) => new()
    {
        ["id"] = asked.Question.Id(),
        ["kind"] = asked.Question.Kind,
        ["subject"] = asked.Question.Subject,
        ["text"] = asked.Question.Text,
        ["evidence"] = asked.Question.Evidence,
        ["options"] = Output.Json.Array(asked.Question.Options, option => new JsonObject { ["value"] = option.Value, ["meaning"] = option.Meaning }),
        ["blocks"] = asked.Question.Blocks,
        ["raisedBy"] = asked.Source,
        ["usualOwner"] = asked.Question.UsualOwner,
        ["owner"] = asked.Owner,
        ["due"] = asked.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["answer"] = asked.Answer?.Value,
        ["by"] = asked.Answer?.By,
        ["at"] = asked.Answer?.At,
    };
}
