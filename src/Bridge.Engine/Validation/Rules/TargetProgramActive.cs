using Bridge.Model.Findings;
using Bridge.Model.Programs;

namespace Bridge.Engine.Validation.Rules;

/// <summary>The target program does not run.</summary>
internal sealed class TargetProgramActive : IProgramRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROGRAM-001",
        nameof(TargetProgramActive),
        Severity.Blocking,
        "The target program does not run.",
        "Finish its set-up or reactivate it on the target, then extract again.");

    public IEnumerable<RuleBreach> Check(RuleContext context)
    {
        if (context.Program.Status != ProgramStatus.Active)
        {
            yield return new RuleBreach("program.status", context.Program.NativeStatus ?? context.Program.Status.ToString(), $"Program '{context.Program.Name}' is not active, so nothing may be written to it.");
        }
    }
}
