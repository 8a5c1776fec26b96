using Bridge.Engine.Execution;
using Bridge.Model.Identity;

namespace Bridge.Storage.Tests.Processes;

/// <summary>The rows that belong to one appended step: all of them are there, or none.</summary>
internal static class CrashRows
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 4, 12, 0, 0, TimeSpan.Zero);
    private static long last;

    public static RunRow Run { get; } =
        new() { RunId = "run-1", PlanHash = "p", ApprovalId = "a", Status = RunStatus.Running, StartedAt = Noon };

    public static string NextStep(OwnerEpoch epoch) => $"e{epoch.Value:D3}/s{Interlocked.Increment(ref last):D7}";

    public static StepRow Step(string step) => new() { RunId = "run-1", StepId = step, State = StepState.Applied, Since = Noon };

    public static IdMapRow Link(string step) =>
        new() { Entity = EntityKind.TrackingLink, Source = step, Target = "t-" + step, Created = true, RunId = "run-1" };
}
