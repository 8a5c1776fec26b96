namespace Bridge.Engine.Planning;

/// <summary>A step in a plan file.</summary>
/// <param name="Step">The step.</param>
public sealed record StepLine(PlanStep Step) : PlanLine;
