using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>One code of a finding and what it means.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">The same in words.</param>
/// <param name="Severity">Weight.</param>
/// <param name="Meaning">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record TableFindingCode(string Code, string Name, Severity Severity, string Meaning, string Remedy);
