using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>The plan of the small program after a run that carried out every step.</summary>
internal sealed class AppliedRun
{
    private readonly Dictionary<string, StepRow> rows;

    private AppliedRun(StoredPlan plan, Dictionary<string, StepRow> rows)
    {
        Plan = plan;
        this.rows = rows;
    }

    public StoredPlan Plan { get; }

    public static async Task<AppliedRun> MakeAsync(PlanBench? bench = null)
    {
        var plan = await (bench ?? PlanWorld.Bench).StoreAsync();
        var rows = await plan.StepsAsync(default).ToDictionaryAsync(step => step.Id, Row);
        return new AppliedRun(plan, rows);
    }

    public Task<StepRow?> FindAsync(string step, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(rows.GetValueOrDefault(step));
    }

    /// <summary>Puts another state in place of a step's.</summary>
    public void Set(string step, StepState state, string? reason = null) => rows[step] = rows[step] with { State = state, Reason = reason };

    /// <summary>Native id of what a step made.</summary>
    public static string TargetOf(PlanStep step) => step switch
    {
        AdoptObject adopt => adopt.TargetId,
        { Entity: EntityKind.TrackingLink } => $"https://track.example/{Uri.EscapeDataString(step.Id)}",
        _ => "N" + step.Id.GetHashCode(StringComparison.Ordinal).ToString("x", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static StepRow Row(PlanStep step) => new()
    {
        RunId = "run-1",
        StepId = step.Id,
        State = step is AdoptObject ? StepState.Adopted : StepState.Applied,
        Attempt = 1,
        TargetId = TargetOf(step),
        Since = new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero),
    };
}
