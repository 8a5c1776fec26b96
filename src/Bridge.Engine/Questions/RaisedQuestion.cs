namespace Bridge.Engine.Questions;

/// <summary>A question and who raised it.</summary>
/// <param name="Source">Who: <c>inbox</c>, <c>plan</c> and so on.</param>
/// <param name="Question">The question.</param>
public sealed record RaisedQuestion(string Source, Question Question);
