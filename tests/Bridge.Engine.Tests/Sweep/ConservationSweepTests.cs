using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>
/// Every stage loses, doubles and misfiles one record in turn: each time it fails and names the record. Extraction, snapshots
/// and the run account have their own tests of the same (ExtractionIntegrityTests, SnapshotIntegrityTests, RunAccountTests).
/// </summary>
public sealed class ConservationSweepTests
{
    private static readonly Dictionary<SweepStage, ISweep> Sweeps = new()
    {
        [SweepStage.Mapping] = new MappingSweep(),
        [SweepStage.Matching] = new MatchingSweep(),
        [SweepStage.Validation] = new ValidationSweep(),
        [SweepStage.Planning] = new PlanningSweep(),
        [SweepStage.Execution] = new ExecutionSweep(),
        [SweepStage.Verification] = new VerificationSweep(),
        [SweepStage.Rollback] = new RollbackSweep(),
    };

    public static TheoryData<SweepStage, SweepFault, EntityKind> Cells { get; } = Fill();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_record_that_a_stage_loses_doubles_or_misfiles_is_named(SweepStage stage, SweepFault fault, EntityKind entity)
    {
        var sweep = Sweeps[stage];

        var run = () => sweep.RunAsync(fault, entity);

        (await run.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain($"'{sweep.Victim(entity)}'").And.Match(message => Entities(fault, entity).Any(message.Contains));
    }

    [Theory]
    [InlineData(SweepStage.Mapping)]
    [InlineData(SweepStage.Matching)]
    [InlineData(SweepStage.Validation)]
    [InlineData(SweepStage.Planning)]
    [InlineData(SweepStage.Execution)]
    [InlineData(SweepStage.Verification)]
    [InlineData(SweepStage.Rollback)]
    public async Task A_stage_without_a_fault_does_not_fail(SweepStage stage)
    {
        var run = () => Sweeps[stage].RunAsync(null, EntityKind.Partner);

        await run.Should().NotThrowAsync();
    }

    [Fact]
    public void No_cell_is_missing()
    {
        // Written by hand: a stage, fault or entity that is taken out of a sweep is missed here.
        EntityKind[] all = [EntityKind.Partner, EntityKind.Contract, EntityKind.TrackingLink, EntityKind.PromoCode];
        SweepFault[] faults = [SweepFault.Lost, SweepFault.Doubled, SweepFault.OtherEntity, SweepFault.OtherOutcome, SweepFault.OtherPartner];
        SweepStage[] stages = [SweepStage.Mapping, SweepStage.Validation, SweepStage.Planning, SweepStage.Execution, SweepStage.Verification, SweepStage.Rollback];
        var expected =
            from stage in stages
            from fault in faults
            from entity in all
            select (stage, fault, entity);
        var matching =
            from fault in faults
            where fault != SweepFault.OtherEntity
            select (SweepStage.Matching, fault, EntityKind.Partner);

        var cells = Cells.Select(row => ((SweepStage)row[0], (SweepFault)row[1], (EntityKind)row[2])).ToList();

        Enum.GetValues<SweepStage>().Should().BeEquivalentTo(stages.Append(SweepStage.Matching));
        cells.Should().BeEquivalentTo(expected.Concat(matching)).And.HaveCount(124);
    }

    [Theory]
    [InlineData(SweepFault.Lost)]
    [InlineData(SweepFault.Doubled)]
    [InlineData(SweepFault.OtherEntity)]
    [InlineData(SweepFault.OtherOutcome)]
    public async Task Verification_compares_with_the_run_and_not_with_its_own_plan_alone(SweepFault fault)
    {
        foreach (var entity in Victims.Entities)
        {
            var compare = () => new VerificationSweep().CompareAsync(fault, entity);

            (await compare.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain($"'{Victims.Moving(entity)}'");
        }
    }

    [Fact]
    public async Task A_step_that_the_store_takes_for_done_because_of_its_neighbour_is_named()
    {
        var step = ExecutionSweep.StepOf(EntityKind.TrackingLink);
        var next = ExecutionSweep.Neighbour(EntityKind.TrackingLink);

        var run = () => ExecutionSweep.RunAsync(store => new SpoiltRunStore(store)
        {
            Append = (record, changes) => record.StepId == step.Id && changes.OfType<StoreChange.SetStep>().FirstOrDefault() is { Row.State: StepState.Applied } set
                ? [[.. changes, new StoreChange.SetStep(set.Row with { StepId = next.Id })]]
                : [changes],
        });

        (await run.Should().ThrowAsync<ConservationException>()).Which.Message.Should().Contain("links 'L12-next': step 'links/L12-next/create' is Applied in the run and not there in its journal.");
    }

    [Fact]
    public async Task A_journal_that_loses_or_misfiles_a_record_fails_the_run_and_names_it()
    {
        var step = ExecutionSweep.StepOf(EntityKind.PromoCode).Id;
        var next = ExecutionSweep.Neighbour(EntityKind.PromoCode).Id;

        var lost = () => ExecutionSweep.RunAsync(store => new SpoiltRunStore(store) { Journal = entries => entries.Where(entry => entry.Record.StepId != step) });
        var misfiled = () => ExecutionSweep.RunAsync(store => new SpoiltRunStore(store)
        {
            Journal = entries => entries.Select(entry => entry.Record.StepId == step ? entry with { Record = entry.Record with { StepId = next } } : entry),
        });

        (await lost.Should().ThrowAsync<ConservationException>()).Which.Message.Should().Contain("codes 'SAVE12|12'").And.Contain("is Adopted in the run and not there in its journal");
        (await misfiled.Should().ThrowAsync<ConservationException>()).Which.Message.Should().Contain("codes 'SAVE12|12-next'").And.Contain("from Adopted to Adopted");
    }

    // A record under another entity is named where it stands.
    private static IEnumerable<string> Entities(SweepFault fault, EntityKind entity) =>
        fault == SweepFault.OtherEntity ? [EntityNames.Of(entity), EntityNames.Of(Victims.Other(entity))] : [EntityNames.Of(entity)];

    private static TheoryData<SweepStage, SweepFault, EntityKind> Fill()
    {
        var cells = new TheoryData<SweepStage, SweepFault, EntityKind>();
        foreach (var (stage, sweep) in Sweeps)
        {
            foreach (var fault in sweep.Faults)
            {
                foreach (var entity in sweep.Entities)
                {
                    cells.Add(stage, fault, entity);
                }
            }
        }

        return cells;
    }
}
