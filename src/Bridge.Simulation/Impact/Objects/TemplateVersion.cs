using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Objects;

/// <summary>One version of a set of template terms.</summary>
public sealed record TemplateVersion(long TemplateId, int Version, TemplateTerms Terms);
