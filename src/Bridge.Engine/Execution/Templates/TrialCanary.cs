namespace Bridge.Engine.Execution.Templates;

/// <summary>A partner who was taken to prove a template.</summary>
/// <param name="Partner">Source key.</param>
/// <param name="Step">Step that attaches the partner.</param>
/// <param name="Contract">Step whose contract is compared.</param>
/// <param name="Ended">Why another one was taken after it (<c>declined</c>, <c>noAnswer</c>, <c>otherTemplate</c>, <c>failed</c>); null while it counts.</param>
public sealed record TrialCanary(string Partner, string Step, string Contract, string? Ended = null);
