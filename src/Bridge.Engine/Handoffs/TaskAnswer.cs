namespace Bridge.Engine.Handoffs;

/// <summary>A person's answer to a task: a file beside the slip until the run takes it, then a document of the run store.</summary>
/// <param name="Value">The answer: an id on the target, or what a question offers.</param>
/// <param name="By">Who answered.</param>
/// <param name="At">When.</param>
public sealed record TaskAnswer(string Value, string By, DateTimeOffset At)
{
    /// <summary>Document kind in the run store; the key is the step that asked.</summary>
    public const string Kind = "answer";
}
