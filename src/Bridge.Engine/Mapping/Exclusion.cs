using Bridge.Engine.Planning;

namespace Bridge.Engine.Mapping;

/// <summary>Why a source record does not become a step.</summary>
/// <param name="Outcome">Skipped, blocked or manual.</param>
/// <param name="Reason">Stable code, for example <c>StatusOutOfScope</c>.</param>
/// <param name="Message">The reason in one sentence; for manual outcomes it names who is to act.</param>
public sealed record Exclusion(Outcome Outcome, string Reason, string Message);
