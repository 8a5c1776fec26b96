using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Collections;

namespace Bridge.Engine.Questions;

/// <summary>
/// Something that Bridge does not guess. Kind and subject make the id, so the same question has the same id however often and by
/// whomever it is raised, and its answer holds for all of them. It carries no personal value.
/// </summary>
public sealed record Question
{
    /// <summary>Kind, one of <see cref="QuestionKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: file and column, offer, source key of a partner, code of a loss.</summary>
    public required string Subject { get; init; }

    /// <summary>The question as people read it.</summary>
    public required string Text { get; init; }

    /// <summary>What was seen that makes it a question; empty when the text says it.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Answers that are offered.</summary>
    public required ValueList<QuestionOption> Options { get; init; }

    /// <summary>Which answers are taken.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>True when nothing of its stage goes on without an answer; false when one record waits for it.</summary>
    public bool Blocks { get; init; }

    /// <summary>Who usually knows; null when nobody in particular does.</summary>
    public string? UsualOwner { get; init; }

    /// <summary>Id by which people answer: the same for the same kind and subject.</summary>
    public string Id() => IdOf(Kind, Subject);

    /// <summary>Id of the question of a kind about a subject.</summary>
    public static string IdOf(string kind, string subject) =>
        "q-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{subject}")).AsSpan(0, 6));

    /// <summary>The value as the question takes it, or null with the rule that it breaks.</summary>
    public string? Accept(string value, out string? rule)
    {
        var text = value.Trim();
        rule = null;
        if (Options.FirstOrDefault(option => string.Equals(option.Value, text, StringComparison.OrdinalIgnoreCase)) is { } option)
        {
            return option.Value;
        }

        var offered = string.Join(", ", Options.Select(each => each.Value));
        switch (Form)
        {
            case AnswerForm.OptionOrText when text.Length > 0:
                return text;
            case AnswerForm.TimeZone when text.Length > 0 && Rails.Abstractions.Tables.TableForms.ZoneOf(text) is not null:
                return text;
            case AnswerForm.TimeZone:
                rule = $"must be an offset such as +01:00, a zone such as Europe/Berlin, or one of: {offered}";
                return null;
            default:
                rule = $"must be one of: {offered}";
                return null;
        }
    }
}
