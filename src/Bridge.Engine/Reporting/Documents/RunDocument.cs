using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Canaries;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Runs;
using Bridge.Engine.Reporting.Wording;
using Bridge.Engine.Rollback;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>Lays a run out: what needs somebody first, then both sums, then what was done.</summary>
public static class RunDocument
{
    /// <summary>The document.</summary>
    public static ReportDocument Of(RunReport report) => new(
        HeadBlocks.TitleOf(report.Head, $"Run {report.Run.RunId}"),
        HeadBlocks.SubtitleOf(report.Head),
        [
            Verdict(report),
            Figures(report),
            Facts(report),
            .. Rollback(report),
            new HeadingBlock("open", 2, "What is open"),
            .. Tasks(report),
            .. TemplateBlocks.Of(report),
            new HeadingBlock("problems", 2, "What went wrong"),
            .. Problems(report),
            .. Found(report),
            .. ReasonBlocks.Of(report.Reasons, Outcome.Blocked),
            .. AccountBlocks.Of("Records of the source by what became of them", report.Sums.Entities),
            new TextBlock($"Steps: {Equation.Of(report.Sums.Steps)}."),
            .. Kinds(report),
            .. ReasonBlocks.Of(report.Reasons, Outcome.Manual),
            .. ReasonBlocks.Of(report.Reasons, Outcome.Skipped),
            new HeadingBlock("steps", 2, "Steps by where they stand"),
            Steps(report),
        ]);

    private static NoticeBlock Verdict(RunReport report) => report.Run.Status switch
    {
        RunStatus.Completed when report.Problems().Any() => new NoticeBlock(Tone.Warning, "The run is completed. Some steps did not end as planned; see what went wrong."),
        RunStatus.Completed => new NoticeBlock(Tone.Good, "The run is completed."),
        RunStatus.WaitingOnPeople => new NoticeBlock(Tone.Note, "Everything that can be done now is done. People and partners are next; then resume the run."),
        RunStatus.Cancelled => new NoticeBlock(Tone.Warning, $"The run was cancelled ({report.Run.Reason}). What it did stays; make a new plan of what is left."),
        RunStatus.Stopped when report.Run.Reason?.StartsWith(CanaryWave.IsClean, StringComparison.Ordinal) == true =>
            new NoticeBlock(Tone.Good, $"The canary is clean. {report.Run.Reason[(CanaryWave.IsClean.Length + 2)..]} Resume the run to go on with the rest."),
        RunStatus.Stopped => new NoticeBlock(Tone.Danger, $"The run was stopped: {report.Run.Reason ?? "no reason was given"}. It can be resumed."),
        _ => new NoticeBlock(Tone.Note, "The run is in progress, or was interrupted and can be resumed."),
    };

    private static FactsBlock Facts(RunReport report) => new(
    [
        new("Started", NumberText.Of(report.Run.StartedAt)),
        .. report.Run.EndedAt is { } ended ? new[] { new Fact("Ended", NumberText.Of(ended)) } : [],
        new("Approval", report.Run.ApprovalId, Code: true),
        .. HeadBlocks.Facts(report.Head).Facts,
    ]);

    private static FiguresBlock Figures(RunReport report)
    {
        var steps = report.Sums.Steps;
        return new FiguresBlock(
        [
            new(NumberText.Of(steps.Planned), "planned steps"),
            new(NumberText.Of(steps.Done), "done", Tone.Good),
            new(NumberText.Of(steps.Waiting), "waiting", steps.Waiting > 0 ? Tone.Note : Tone.Good),
            new(NumberText.Of(steps.Declined), "declined by partners", steps.Declined > 0 ? Tone.Warning : Tone.Good),
            new(NumberText.Of(steps.Failed), "failed", steps.Failed > 0 ? Tone.Danger : Tone.Good),
            new(NumberText.Of(steps.Unknown), "unknown", steps.Unknown > 0 ? Tone.Danger : Tone.Good),
            new(NumberText.Of(steps.Cancelled), "cancelled", steps.Cancelled > 0 ? Tone.Warning : Tone.Good),
            new(NumberText.Of(steps.NotStarted), "not started", steps.NotStarted > 0 ? Tone.Note : Tone.Good),
        ]);
    }

    private static IEnumerable<ReportBlock> Kinds(RunReport report)
    {
        if (report.Sums.Kinds.Count > 0)
        {
            yield return new TableBlock(
                "Planned steps by where they stand, for each kind of object",
                [
                    new("Kind"), new("Planned", ColumnKind.Number), new("Done", ColumnKind.Number), new("Waiting", ColumnKind.Number), new("Declined", ColumnKind.Number),
                    new("Failed", ColumnKind.Number), new("Unknown", ColumnKind.Number), new("Cancelled", ColumnKind.Number), new("Not started", ColumnKind.Number),
                ],
                [.. report.Sums.Kinds.Select(kind => new[]
                {
                    EntityNames.Of(kind.Entity), NumberText.Of(kind.Steps.Planned), NumberText.Of(kind.Steps.Done), NumberText.Of(kind.Steps.Waiting), NumberText.Of(kind.Steps.Declined),
                    NumberText.Of(kind.Steps.Failed), NumberText.Of(kind.Steps.Unknown), NumberText.Of(kind.Steps.Cancelled), NumberText.Of(kind.Steps.NotStarted),
                })]);
        }
    }

    private static IEnumerable<ReportBlock> Rollback(RunReport report)
    {
        if (report.Rollback.Count == 0)
        {
            yield break;
        }

        var parts = string.Join(" + ", Enum.GetValues<RollbackClass>().Select(final => $"{NumberText.Of(report.Count(final))} {Name(final)}"));
        yield return new HeadingBlock("rollback", 2, "What became of every applied step");
        yield return new TextBlock($"{NumberText.Of(report.Rollback.Sum(group => group.Count))} applied steps = {parts}.");
        yield return new TableBlock(
            "Final classes",
            [new("Class", ColumnKind.Code), new("What was done"), new("Steps", ColumnKind.Number), new("What remains"), new("Examples")],
            [.. report.Rollback.Select(group => new[] { Name(group.Class), group.Action, NumberText.Of(group.Count), group.Remains ?? "-", RecordText.Of(group.Examples, group.Count) })]);
    }

    private static string Name(RollbackClass final) => final switch
    {
        RollbackClass.KeptByGuard => "KEPT_BY_GUARD",
        _ => final.ToString().ToUpperInvariant(),
    };

    private static IEnumerable<ReportBlock> Tasks(RunReport report)
    {
        var tasks = report.Tasks().ToList();
        return tasks.Count == 0
            ? [new NoticeBlock(Tone.Good, "Nothing waits for a person or a partner.")]
            :
            [
                new TableBlock(
                    "Steps that wait, by who is to act",
                    [new("Who"), new("What"), new("Steps", ColumnKind.Number), new("Why it waits"), new("Since"), new("File or task"), new("For example")],
                    [.. tasks.Select(group => new[]
                    {
                        group.Owner is { } owner ? Words.Of(owner) : "-",
                        group.Action,
                        NumberText.Of(group.Count),
                        Why(group),
                        group.Since is { } since ? NumberText.Of(since) : "-",
                        string.Join(", ", group.Handoffs),
                        RecordText.Of(group.Examples, group.Count),
                    })]),
            ];
    }

    private static IEnumerable<ReportBlock> Problems(RunReport report)
    {
        var problems = report.Problems().ToList();
        return problems.Count == 0
            ? [new NoticeBlock(Tone.Good, "No step was refused, failed or is in doubt.")]
            :
            [
                new TableBlock(
                    "Steps that were refused, failed or are in doubt",
                    [new("State"), new("What"), new("Steps", ColumnKind.Number), new("Why"), new("For example")],
                    [.. problems.Select(group => new[] { Words.Of(group.State), group.Action, NumberText.Of(group.Count), Why(group), RecordText.Of(group.Examples, group.Count) })]),
            ];
    }

    private static IEnumerable<ReportBlock> Found(RunReport report)
    {
        if (report.Found.Count > 0)
        {
            yield return new HeadingBlock("found", 3, "Mistakes and refusals that probes found");
            yield return new TableBlock(
                "What was not as it was asked for",
                [new("Reason", ColumnKind.Code), new("Found", ColumnKind.Number), new("Put right", ColumnKind.Number), new("What was found"), new("Steps", ColumnKind.Code)],
                [.. report.Found.Select(group => new[] { group.Reason, NumberText.Of(group.Count), NumberText.Of(group.PutRight), group.Message ?? "-", string.Join(", ", group.Steps) })]);
        }
    }

    private static TableBlock Steps(RunReport report) => new(
        "All steps",
        [new("State"), new("What"), new("How"), new("Steps", ColumnKind.Number), new("Reason", ColumnKind.Code)],
        [.. report.Steps.Select(group => new[] { Words.Of(group.State), group.Action, Words.Of(group.Channel), NumberText.Of(group.Count), group.Reason ?? "-" })]);

    private static string Why(StateGroup group) =>
        group.Message is { } message ? group.Reason is null ? message : $"{group.Reason}: {message}" : group.Reason ?? "-";
}
