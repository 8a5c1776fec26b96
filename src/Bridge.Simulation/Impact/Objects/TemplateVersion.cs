using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Objects;

/// <summary>One version of a set of template terms.</summary>
/// <param name="TemplateId">Id that stays over all versions.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Terms">What it says.</param>
/// <param name="ProgramId">Program it was built in; null for the one whose public terms it is, else the brand's first.</param>
public sealed record TemplateVersion(long TemplateId, int Version, TemplateTerms Terms, long? ProgramId = null);
