using Bridge.Engine.Execution;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Reporting;

/// <summary>A line of a plan with what a run made of it.</summary>
/// <param name="Line">Step or outcome.</param>
/// <param name="Row">State of the step; null for outcomes and for steps that the run has not touched.</param>
/// <param name="Outcome">What its source record counts as; null for supporting steps.</param>
public sealed record RunLine(PlanLine Line, StepRow? Row, RecordOutcome? Outcome)
{
    /// <summary>The step; null for outcomes.</summary>
    public PlanStep? Step => (Line as StepLine)?.Step;
}
