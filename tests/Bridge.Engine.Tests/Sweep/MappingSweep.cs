using Bridge.Engine.Mapping;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>A mapping that answers wrongly for one record, every time it is asked.</summary>
internal sealed class MappingSweep : ISweep
{
    public IReadOnlyList<SweepFault> Faults => Victims.Faults;

    public IReadOnlyList<EntityKind> Entities => Victims.Entities;

    public string Victim(EntityKind entity) => Victims.Moving(entity);

    public Task RunAsync(SweepFault? fault, EntityKind entity) =>
        (PlanWorld.Bench with { Mapping = mapping => new SpoiltMapping(mapping, entity, Victim(entity), new Spoiler(fault)) }).LinesAsync();

    private sealed class Spoiler(SweepFault? fault) : ISpoiler
    {
        public Mapped<T> Spoil<T>(Mapped<T> mapped)
            where T : class => fault switch
            {
                SweepFault.Lost => mapped with { Value = null },
                SweepFault.Doubled => mapped with { Exclusion = new Exclusion(Outcome.Skipped, "StatusOutOfScope", "It is out of scope.") },
                SweepFault.OtherEntity => mapped with { Entity = Victims.Other(mapped.Entity) },
                SweepFault.OtherOutcome => mapped with { Value = null, Exclusion = new Exclusion(Outcome.Blocked, "StatusOutOfScope", "It is out of scope.") },
                SweepFault.OtherPartner => mapped with { Subject = "11" },
                _ => mapped,
            };
    }
}
