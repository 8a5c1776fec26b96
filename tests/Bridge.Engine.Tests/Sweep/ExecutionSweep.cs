using Bridge.Engine.Approval;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Execution;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>A run store that keeps the end of one step wrongly.</summary>
internal sealed class ExecutionSweep : ISweep
{
    public IReadOnlyList<SweepFault> Faults => Victims.Faults;

    public IReadOnlyList<EntityKind> Entities => Victims.Entities;

    public string Victim(EntityKind entity) => Victims.Moving(entity);

    public Task RunAsync(SweepFault? fault, EntityKind entity) => RunAsync(store => new SpoiltRunStore(store)
    {
        Append = (record, changes) => record.StepId == StepOf(entity).Id && changes.OfType<StoreChange.SetStep>().Any(set => StepTransitions.IsSuccess(set.Row.State))
            ? Spoil(fault, entity, changes)
            : [changes],
    });

    /// <summary>Runs the steps on a store that a test puts in.</summary>
    public static async Task<RunRow> RunAsync(Func<IRunStore, SpoiltRunStore> spoil)
    {
        var bench = await new RunBench().ApproveAsync([.. Steps()]);
        var store = spoil(bench.Store);
        var epoch = await store.TakeOwnershipAsync("test", default);
        var inputs = new ExecutionInputs
        {
            Plan = bench.Plan,
            Approval = bench.Approval,
            Target = bench.Target,
            Gate = bench.Gate,
            Store = store,
            Epoch = epoch,
            Outbox = new MemoryOutbox(),
            RunId = "run-1",
            Options = new ExecutionOptions { Concurrency = 1, ProgramName = "Acme" },
        };
        try
        {
            return await new PlanExecutor(bench.Time, new ApprovalGate(store, bench.Signer, bench.Time)).RunAsync(inputs, null, default);
        }
        catch (ConservationException)
        {
            (await bench.Store.FindRunAsync("run-1", default))!.Status.Should().Be(RunStatus.Stopped);
            throw;
        }
    }

    /// <summary>The victims, and a neighbour behind each.</summary>
    public static IEnumerable<PlanStep> Steps() => Victims.Entities.SelectMany(entity => new[] { StepOf(entity), Neighbour(entity) });

    public static PlanStep StepOf(EntityKind entity) => Step(entity, Victims.Moving(entity));

    public static PlanStep Neighbour(EntityKind entity) => Step(entity, Victims.Moving(entity) + "-next");

    private static PlanStep Step(EntityKind entity, string key) => entity == EntityKind.TrackingLink ? RunBench.Link(key) : new AdoptObject
    {
        Id = StepIds.Of(entity, key, "adopt"),
        Entity = entity,
        Source = key,
        Counts = Outcome.Adopted,
        Channel = StepChannel.None,
        Class = OperationClass.Declarative,
        Reversibility = Reversibility.Reversible,
        TargetId = "T" + key,
    };

    private static IReadOnlyList<StoreChange>[] Spoil(SweepFault? fault, EntityKind entity, IReadOnlyList<StoreChange> changes) => fault switch
    {
        SweepFault.Lost => [[.. changes.Where(change => change is not StoreChange.SetStep)]],
        SweepFault.Doubled => [changes, changes],
        SweepFault.OtherEntity => [Rows(changes, row => row with { StepId = Neighbour(Victims.Other(entity)).Id })],
        SweepFault.OtherOutcome => [Rows(changes, row => row with { State = StepState.Declined })],
        SweepFault.OtherPartner => [[.. changes.Select(change => change is StoreChange.SetIdMap { Row: var row } ? new StoreChange.SetIdMap(row with { Source = row.Source + "-next" }) : change)]],
        _ => [changes],
    };

    private static IReadOnlyList<StoreChange> Rows(IReadOnlyList<StoreChange> changes, Func<StepRow, StepRow> change) =>
        [.. changes.Select(each => each is StoreChange.SetStep set ? new StoreChange.SetStep(change(set.Row)) : each)];
}
