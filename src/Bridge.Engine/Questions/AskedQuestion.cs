namespace Bridge.Engine.Questions;

/// <summary>A question as it stands.</summary>
/// <param name="Source">Who raised it.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">Its answer; null while it is open.</param>
/// <param name="Owner">Who is to answer; null when nobody was named.</param>
/// <param name="Due">By when; null when nobody said.</param>
public sealed record AskedQuestion(string Source, Question Question, AnswerRow? Answer, string? Owner, DateOnly? Due);
