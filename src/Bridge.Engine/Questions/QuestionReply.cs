namespace Bridge.Engine.Questions;

/// <summary>What somebody says about one question.</summary>
/// <param name="Id">Id of the question.</param>
/// <param name="Value">The answer; null when only owner or due date is said.</param>
/// <param name="By">Who.</param>
/// <param name="Owner">Who is to answer; null to leave it.</param>
/// <param name="Due">By when; null to leave it.</param>
public sealed record QuestionReply(string Id, string? Value, string By, string? Owner = null, DateOnly? Due = null);
