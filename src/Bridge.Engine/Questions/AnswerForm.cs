namespace Bridge.Engine.Questions;

/// <summary>Which answers a question takes.</summary>
public enum AnswerForm
{
    /// <summary>One of the options.</summary>
    Option,

    /// <summary>One of the options, or another text.</summary>
    OptionOrText,

    /// <summary>One of the options, or an offset or name of a time zone.</summary>
    TimeZone,
}
