using Bridge.Model.Findings;

namespace Bridge.Engine.Validation;

/// <summary>What a finding code means: one entry of the catalogue.</summary>
/// <param name="Code">Stable code, for example <c>BRG-LINK-001</c>; never used again for something else.</param>
/// <param name="Name">The same in words, for example <c>LinkTargetsPermittedHost</c>; the reason under which excluded records are counted.</param>
/// <param name="Severity">Weight.</param>
/// <param name="Meaning">What is wrong, in one sentence.</param>
/// <param name="Remedy">What to do about it, in one sentence.</param>
public sealed record FindingDefinition(string Code, string Name, Severity Severity, string Meaning, string Remedy);
