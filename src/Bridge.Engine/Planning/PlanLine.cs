using System.Text.Json.Serialization;

namespace Bridge.Engine.Planning;

/// <summary>One line of a plan file: a header, then findings, outcomes and steps, then totals.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(PlanHeader), "header")]
[JsonDerivedType(typeof(FindingLine), "finding")]
[JsonDerivedType(typeof(OutcomeLine), "outcome")]
[JsonDerivedType(typeof(StepLine), "step")]
[JsonDerivedType(typeof(PlanTotals), "totals")]
public abstract record PlanLine
{
    private protected PlanLine()
    {
    }
}
