using Bridge.Model.Findings;

namespace Bridge.Engine.Planning;

/// <summary>A finding in a plan file.</summary>
/// <param name="Finding">The finding.</param>
public sealed record FindingLine(Finding Finding) : PlanLine;
