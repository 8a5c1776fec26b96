using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>One thing that was checked about a connection.</summary>
/// <param name="Name">What was checked, for example <c>credentials</c>.</param>
/// <param name="Detail">What was seen, free of secrets and personal data.</param>
/// <param name="Problem">What is wrong; null when it is well.</param>
public sealed record ConnectionCheck(string Name, string Detail, Finding? Problem = null);
