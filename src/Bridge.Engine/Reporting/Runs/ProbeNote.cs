using Bridge.Engine.Execution;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>Something that a probe found not as it was asked for: a refusal, a mistyped rate, a row that was left out.</summary>
/// <param name="StepId">Step that was looked at.</param>
/// <param name="State">State that it led to.</param>
/// <param name="Reason">Code.</param>
/// <param name="Message">What was found, in one sentence; null when the code says it all.</param>
/// <param name="At">When.</param>
public sealed record ProbeNote(string StepId, StepState State, string Reason, string? Message, DateTimeOffset At);
