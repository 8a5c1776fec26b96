using Bridge.Engine.Execution;
using Bridge.Engine.Reporting.Runs;

namespace Bridge.Testing.Plans;

/// <summary>Runs of the sample plans, with something of every state.</summary>
public static class SampleRuns
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static RunRow ApplyRow { get; } = new()
    {
        RunId = "run-1",
        PlanHash = new string('a', 64),
        ApprovalId = "approval-1",
        Status = RunStatus.WaitingOnPeople,
        StartedAt = Start,
        EndedAt = null,
    };

    public static RunRow RollbackRow { get; } = ApplyRow with
    {
        RunId = "run-2",
        PlanHash = new string('b', 64),
        ApprovalId = "approval-2",
        Status = RunStatus.Completed,
        EndedAt = Start.AddHours(2),
        RollsBack = "run-1",
    };

    public static StepStates Applied() => new StepStates()
        .Set("groups/Coupon%20sites/create", StepState.Applied, targetId: "502")
        .Set("groups/G2/adopt", StepState.Adopted, targetId: "501")
        .Set("templates/77/build", StepState.Applied, "Answered", "Declared by a person; the first contract made from it is the proof.", "t-77", "task-1")
        .Set("partners/1001/adopt", StepState.Adopted, targetId: "88001")
        .Set("partners/1001/amend", StepState.Conflict, "TargetDiffers", "impact.value1 on the target is 'other', the plan expects nothing.")
        .Set("partners/1002/create", StepState.Waiting, "WaitsForPerson", "Upload 2 partners by prospect-import", handoffId: "prospect-import-1")
        .Set("partners/1003/create", StepState.Failed, "RailRejected", "The rail refused: Email is taken.")
        .Set("partners/1008/create", StepState.Declined, "PartnerDeclined", "The partner declined the terms.", handoffId: "task-2")
        .Set("partners/1009/create", StepState.Applied, "Seen", targetId: "88009", handoffId: "prospect-import-1")
        .Set("groups/VIP/join-1", StepState.Applied)
        .Set("contracts/1001%3A77/establish", StepState.Waiting, "WaitsForPerson", "Switch Fjord Reviews to Baseline 7.5 %", handoffId: "task-3")
        .Set("contracts/1002%3A77/establish", StepState.Waiting, "WaitsForProbe")
        .Set("contracts/1003%3A77/establish", StepState.Blocked, "ParentFailed", "'partners/1003/create' did not succeed (RailRejected).")
        .Set("contracts/1006%3A77/accept", StepState.Applied, targetId: "c-6")
        .Set("links/L-1/create", StepState.NeedsHuman, "OutcomeUnknown", "The rail cannot be asked whether this link was made.")
        .Set("links/L-2/create", StepState.NotApplied, "RateLimited", "The rail refused before processing.")
        .Set("links/L-3/adopt", StepState.Adopted, targetId: "https://shop.sjv.io/abc")
        .Set("deals/Spring/create", StepState.Applied, targetId: "301")
        .Set("codes/%2BSPRING10%7C1001/create", StepState.Applied, targetId: "7001")
        .Set("codes/FJORD5%7C1001/adopt", StepState.Blocked, "ParentFailed", "For the sample only.");

    public static StepStates RolledBack() => new StepStates()
        .Set("rollback/codes/1/expire", StepState.Applied, targetId: "7001")
        .Set("rollback/links/1/keep", StepState.Applied)
        .Set("rollback/contracts/1/keep", StepState.Applied)
        .Set("rollback/groups/VIP/leave-1", StepState.Applied)
        .Set("rollback/partners/1001/restore", StepState.Conflict, "TargetDiffers", "impact.value1 was changed to 'x' since; nothing was overwritten.")
        .Set("rollback/partners/1001/forget", StepState.Applied)
        .Set("rollback/deals/Spring/delete", StepState.Failed, "RailRejected", "The deal is in use.")
        .Set("rollback/groups/Coupon/delete", StepState.Applied);

    public static async IAsyncEnumerable<ProbeNote> Notes()
    {
        yield return new ProbeNote("templates/77/build", StepState.Waiting, "TermsDiffer", "commission is 5 %, must be 7.5 %", Start.AddMinutes(10));
        yield return new ProbeNote("partners/1008/create", StepState.Declined, "PartnerDeclined", "The partner declined the terms.", Start.AddMinutes(20));
        await Task.CompletedTask;
    }

    public static async IAsyncEnumerable<ProbeNote> NoNotes()
    {
        await Task.CompletedTask;
        yield break;
    }
}
