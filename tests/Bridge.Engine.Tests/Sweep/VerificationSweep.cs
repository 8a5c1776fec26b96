using System.Runtime.CompilerServices;
using Bridge.Engine.Planning;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Tests.Planning;
using Bridge.Engine.Verifying;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>The plan that verifies a run says of one record what is not so.</summary>
internal sealed class VerificationSweep : ISweep
{
    public IReadOnlyList<SweepFault> Faults => Victims.Faults;

    public IReadOnlyList<EntityKind> Entities => Victims.Entities;

    public string Victim(EntityKind entity) => Victims.Moving(entity);

    public async Task RunAsync(SweepFault? fault, EntityKind entity)
    {
        var inputs = await PlanWorld.Bench.InputsAsync();
        var run = await AppliedRun.MakeAsync();

        Require(await VerifyAsync(run, PlanAccount.CheckAsync(LinesAsync(run, inputs.Source, fault, entity), inputs.Source, default)));
    }

    /// <summary>The same without the account of the plan: the comparison with the run alone.</summary>
    public async Task CompareAsync(SweepFault? fault, EntityKind entity)
    {
        var inputs = await PlanWorld.Bench.InputsAsync();
        var run = await AppliedRun.MakeAsync();

        Require(await VerifyAsync(run, LinesAsync(run, inputs.Source, fault, entity)));
    }

    /// <summary>Verifies a run with the lines of another plan.</summary>
    public static Task<VerificationResult> VerifyAsync(AppliedRun run, IAsyncEnumerable<PlanLine> lines) =>
        new Verification(run.Plan, run.FindAsync, new LinkReceipts(Given.Program, null, (_, _) => Task.FromResult<string?>(null))).RunAsync(lines, "s2", default);

    // As the command line does with differences.
    private static void Require(VerificationResult result)
    {
        if (result.Differences > 0)
        {
            throw new InvalidOperationException($"{result.Differences} differences: {string.Join(" ", result.Examples.Select(example => example.Message))}");
        }
    }

    /// <summary>A plan in which everything that the run did is unchanged.</summary>
    private async IAsyncEnumerable<PlanLine> LinesAsync(
        AppliedRun run, ISnapshot source, SweepFault? fault, EntityKind entity, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var tally = new PlanTally();
        await foreach (var line in run.Plan.ReadAsync(cancellationToken).SelectMany(Done))
        {
            foreach (var given in fault is { } spoilt && Victims.RecordOf(line) == (entity, Victim(entity)) ? Victims.Spoil(line, spoilt, entity) : [line])
            {
                tally.Count(given);
                yield return given;
            }
        }

        var totals = tally.Totals();
        yield return totals with { Entities = [.. totals.Entities.Select(each => each with { Extracted = source.Manifest.Of(each.Entity)?.Records ?? 0 })] };
    }

    /// <summary>A line of a plan after everything in it was done.</summary>
    public static PlanLine[] Done(PlanLine line) => line switch
    {
        PlanTotals or StepLine { Step.Source: null } => [],
        StepLine { Step: var step } =>
            [new OutcomeLine { Entity = step.Entity, Source = step.Source!, Label = step.Label, Partner = step.Partner, Outcome = Outcome.Unchanged, TargetId = AppliedRun.TargetOf(step) }],
        _ => [line],
    };
}
