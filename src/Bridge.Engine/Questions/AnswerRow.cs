namespace Bridge.Engine.Questions;

/// <summary>One line of the answers file: who said what, when. Lines are added and never changed; the last one about a question counts.</summary>
public sealed record AnswerRow
{
    /// <summary>Kind of the question.</summary>
    public required string Kind { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The answer; null when the line only says who is to answer by when.</summary>
    public string? Value { get; init; }

    /// <summary>Who answered or assigned it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who is to answer; null when this line does not say it.</summary>
    public string? Owner { get; init; }

    /// <summary>By when; null when this line does not say it.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Line in the file; 0 for one that is not written yet.</summary>
    public int Line { get; init; }

    /// <summary>Id of the question.</summary>
    public string QuestionId() => Question.IdOf(Kind, Subject);
}
