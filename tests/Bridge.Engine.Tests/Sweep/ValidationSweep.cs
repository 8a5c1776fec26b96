using Bridge.Engine.Mapping;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>Between the rules and the planner the finding that excludes a record is lost, doubled or misfiled.</summary>
internal sealed class ValidationSweep : ISweep
{
    public IReadOnlyList<SweepFault> Faults => Victims.Faults;

    public IReadOnlyList<EntityKind> Entities => Victims.Entities;

    public string Victim(EntityKind entity) => Victims.Excluded(entity);

    public Task RunAsync(SweepFault? fault, EntityKind entity) =>
        (PlanWorld.Bench with { Mapping = mapping => new SpoiltMapping(mapping, entity, Victim(entity), new Spoiler(fault)) }).LinesAsync();

    private sealed class Spoiler(SweepFault? fault) : ISpoiler
    {
        public Mapped<T> Spoil<T>(Mapped<T> mapped)
            where T : class => mapped with
            {
                Findings = [.. mapped.Findings.SelectMany(finding => finding.Severity == Severity.Excluding ? Spoil(finding) : [finding])],
            };

        private Finding[] Spoil(Finding finding) => fault switch
        {
            SweepFault.Lost => [],
            SweepFault.Doubled => [finding, finding],
            SweepFault.OtherEntity => [finding with { Entity = Victims.Other(finding.Entity!.Value) }],
            SweepFault.OtherOutcome => [finding with { Severity = Severity.Warning }],
            SweepFault.OtherPartner => [finding with { Subject = "11" }],
            _ => [finding],
        };
    }
}
