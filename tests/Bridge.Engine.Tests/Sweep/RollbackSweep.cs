using Bridge.Engine.Planning;
using Bridge.Engine.Rollback;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>The step that takes one record back is spoilt between the planner of rollbacks and the stored plan.</summary>
internal sealed class RollbackSweep : ISweep
{
    public IReadOnlyList<SweepFault> Faults => Victims.Faults;

    public IReadOnlyList<EntityKind> Entities => Victims.Entities;

    public string Victim(EntityKind entity) => Victims.Moving(entity);

    public async Task RunAsync(SweepFault? fault, EntityKind entity)
    {
        var run = await AppliedRun.MakeAsync();
        var inputs = new RollbackInputs { Plan = run.Plan, RunId = "run-1", FindStep = run.FindAsync, JournalHead = 9, TargetRail = PlanTarget.Rail };
        var victim = (await run.Plan.StepsAsync(default).FirstAsync(step => step.Entity == entity && step.Source == Victim(entity))).Id;

        var lines = RollbackPlanner.BuildAsync(inputs, default).SelectMany(line =>
            fault is { } spoilt && line is StepLine { Step: var step } && step.Undoes == victim ? Spoil(step, spoilt, entity).Select(each => (PlanLine)new StepLine(each)) : [line]);
        await RollbackAccount.CheckAsync(lines, run.Plan, run.FindAsync, default).ToListAsync();
    }

    private static PlanStep[] Spoil(PlanStep step, SweepFault fault, EntityKind entity) => fault switch
    {
        SweepFault.Lost => [],
        SweepFault.Doubled => [step, step],
        SweepFault.OtherEntity => [step with { Entity = Victims.Other(entity) }],
        SweepFault.OtherOutcome => [step with { Reversibility = Reversibility.Reversible }],
        _ => [step with { Row = "11", Partner = "11" }],
    };
}
