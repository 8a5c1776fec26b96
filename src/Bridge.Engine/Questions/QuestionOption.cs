namespace Bridge.Engine.Questions;

/// <summary>One answer that is offered.</summary>
/// <param name="Value">What is written as the answer.</param>
/// <param name="Meaning">What it says; empty when the value says it.</param>
public sealed record QuestionOption(string Value, string Meaning);
