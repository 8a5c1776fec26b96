namespace Bridge.Engine.Handoffs;

/// <summary>A person's answer to a task; a document of the run store, by step.</summary>
/// <param name="Step">Step that asked.</param>
/// <param name="Value">The answer: an id on the target.</param>
/// <param name="By">Who answered.</param>
/// <param name="At">When.</param>
public sealed record TaskAnswer(string Step, string Value, string By, DateTimeOffset At)
{
    /// <summary>Document kind in the run store.</summary>
    public const string Kind = "answer";
}
