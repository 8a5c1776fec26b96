using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>A line about one record is spoilt between the planner and the stored plan.</summary>
internal sealed class PlanningSweep : ISweep
{
    public IReadOnlyList<SweepFault> Faults => Victims.Faults;

    public IReadOnlyList<EntityKind> Entities => Victims.Entities;

    public string Victim(EntityKind entity) => Victims.Moving(entity);

    public Task RunAsync(SweepFault? fault, EntityKind entity) => PlanWorld.Bench.LinesAsync(lines => lines.SelectMany(line =>
        fault is { } spoilt && Victims.RecordOf(line) == (entity, Victim(entity)) ? Victims.Spoil(line, spoilt, entity) : [line]));
}
