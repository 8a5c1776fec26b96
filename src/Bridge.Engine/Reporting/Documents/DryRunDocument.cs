using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Findings;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>Lays a dry run out: risk first, then the account, the steps and the time, the findings, the partners.</summary>
public static class DryRunDocument
{
    /// <summary>The document.</summary>
    public static ReportDocument Of(DryRunReport report) => new(
        HeadBlocks.TitleOf(report.Head, "Dry run"),
        HeadBlocks.SubtitleOf(report.Head),
        [
            Verdict(report),
            Figures(report),
            HeadBlocks.Facts(report.Head),
            new HeadingBlock("risks", 2, "Risks"),
            .. Blocking(report),
            .. Irreversible(report),
            .. Notifications(report),
            .. ReasonBlocks.Of(report.Reasons, Outcome.Blocked),
            .. ReasonBlocks.Of(report.Reasons, Outcome.Manual),
            .. Money(report),
            .. Losses(report),
            .. AccountBlocks.Of("Records of the source by what becomes of them", report.Totals.Entities),
            .. ReasonBlocks.Of(report.Reasons, Outcome.Skipped),
            new HeadingBlock("steps", 2, "Steps, calls and time"),
            Forecast(report.Forecast),
            Steps(report),
            .. Tasks(report),
            .. TemplateBlocks.Of(report.Totals),
            new HeadingBlock("findings", 2, "Findings"),
            .. Findings(report),
            new HeadingBlock("partners", 2, "Partner by partner"),
            .. Partners(report),
        ]);

    private static NoticeBlock Verdict(DryRunReport report)
    {
        if (report.Totals.Blocking() is > 0 and var blocking)
        {
            return new NoticeBlock(Tone.Danger, $"This plan cannot be approved: {NumberText.Of(blocking, "blocking finding")}. Put right what is listed first, then plan again.");
        }

        if (report.Totals.Steps == 0)
        {
            return new NoticeBlock(Tone.Good, "There is nothing to do: the target is as it should be.");
        }

        var kinds = report.Totals.Irreversible;
        return kinds.Count == 0
            ? new NoticeBlock(Tone.Good, "This plan can be approved. Everything in it can be put back or made inert.")
            : new NoticeBlock(Tone.Warning, $"This plan can be approved. The approval has to accept by name what cannot be undone: {string.Join(", ", kinds.Select(kind => $"{kind.Name} ({NumberText.Of(kind.Count)})"))}.");
    }

    private static FiguresBlock Figures(DryRunReport report)
    {
        long Sum(IEnumerable<NamedCount> counts) => counts.Sum(count => count.Count);
        var blocked = report.Totals.Entities.Sum(entity => entity.Blocked);
        var manual = report.Totals.Entities.Sum(entity => entity.Manual);
        return new FiguresBlock(
        [
            new(NumberText.Of(report.PartnerCount), "partners"),
            new(NumberText.Of(report.Totals.Steps), "steps"),
            new(NumberText.Of(Sum(report.Totals.Irreversible)), "steps that cannot be undone", Sum(report.Totals.Irreversible) > 0 ? Tone.Warning : Tone.Good),
            new(NumberText.Of(Sum(report.Totals.Notifications)), "steps that partners notice", Sum(report.Totals.Notifications) > 0 ? Tone.Note : Tone.Good),
            new(NumberText.Of(blocked), "records that cannot move", blocked > 0 ? Tone.Danger : Tone.Good),
            new(NumberText.Of(manual), "records that wait for a decision", manual > 0 ? Tone.Warning : Tone.Good),
            new(NumberText.Of(report.TermChangeCount), "contracts that pay differently", report.TermChangeCount > 0 ? Tone.Warning : Tone.Good),
            new(NumberText.Of(report.Forecast.LeastTime), "for the calls, at least"),
        ]);
    }

    private static IEnumerable<ReportBlock> Blocking(DryRunReport report)
    {
        var blocking = report.Blocking().ToList();
        if (blocking.Count > 0)
        {
            yield return new HeadingBlock("blocking", 3, "What keeps the plan from being approved");
            yield return FindingTable("Blocking findings", blocking);
        }
    }

    private static IEnumerable<ReportBlock> Irreversible(DryRunReport report)
    {
        var groups = report.Irreversible().ToList();
        if (groups.Count > 0)
        {
            yield return new HeadingBlock("irreversible", 3, "What cannot be undone");
            yield return new TableBlock(
                "Steps that nothing undoes; an approval accepts each kind by name",
                [new("Kind", ColumnKind.Code), new("What it does"), new("Steps", ColumnKind.Number), new("Examples")],
                [.. groups.Select(group => new[] { group.Kind, group.Action, NumberText.Of(group.Count), RecordText.Of(group.Examples, group.Count) })]);
        }
    }

    private static IEnumerable<ReportBlock> Notifications(DryRunReport report)
    {
        var groups = report.Notifications().ToList();
        if (groups.Count > 0)
        {
            yield return new HeadingBlock("notifications", 3, "What partners will notice");
            yield return new TableBlock(
                "Messages that the target sends",
                [new("What they notice"), new("When"), new("Steps", ColumnKind.Number)],
                [.. groups.Select(group => new[] { group.SideEffect!, group.Action, NumberText.Of(group.Count) })]);
        }
    }

    private static IEnumerable<ReportBlock> Money(DryRunReport report)
    {
        if (report.TermChangeCount == 0)
        {
            yield break;
        }

        var more = report.TermChangeCount - report.TermChanges.Count;
        yield return new HeadingBlock("money", 3, "Who is paid something else than now");
        yield return new TableBlock(
            "Contract terms on the target, before and after",
            [new("Contract"), new("Field"), new("Now"), new("After")],
            [.. report.TermChanges.SelectMany(change => change.Changes.Select((difference, index) => new[]
            {
                index == 0 ? RecordText.Of(change.Contract) : "",
                difference.Path,
                difference.Before ?? "-",
                difference.After ?? "-",
            }))],
            more > 0 ? $"{NumberText.Of(more, "more contract")}: all rows are in the CSV file." : null);
    }

    private static IEnumerable<ReportBlock> Losses(DryRunReport report)
    {
        if (report.Losses.Count > 0)
        {
            yield return new HeadingBlock("losses", 3, "What the target cannot hold");
            yield return new TableBlock(
                "Losses by code",
                [new("Code", ColumnKind.Code), new("Held"), new("Count", ColumnKind.Number), new("What is lost"), new("Examples")],
                [.. report.Losses.Select(loss => new[] { loss.Code, Words.Of(loss.Fidelity), NumberText.Of(loss.Count), loss.Message, RecordText.Of(loss.Examples, loss.Count) })]);
        }
    }

    private static FactsBlock Forecast(ApplyForecast forecast) => new(
    [
        new("API calls", $"{NumberText.Of(forecast.WriteCalls + forecast.ReadCalls)} at least: {NumberText.Of(forecast.WriteCalls)} that write, {NumberText.Of(forecast.ReadCalls)} that look before and after"),
        new("Least time", $"{NumberText.Of(forecast.LeastTime)} for these calls under the target's rate limits and the configured share"),
        new("Work for people", $"{NumberText.Of(forecast.FileRows, "row")} in files to upload, {NumberText.Of(forecast.PortalTasks, "task")} in the portal; this takes as long as people take"),
    ]);

    private static TableBlock Steps(DryRunReport report) => new(
        "Steps by kind and channel",
        [new("What it does"), new("How"), new("Steps", ColumnKind.Number), new("Mails the partner"), new("Rollback"), new("Inverse")],
        [.. report.Steps.Select(group => new[] { group.Action, Words.Of(group.Channel), NumberText.Of(group.Count), Words.Of(group.Mail), Words.Of(group.Reversibility), group.Inverse ?? "-" })]);

    private static IEnumerable<ReportBlock> Tasks(DryRunReport report)
    {
        var groups = report.Tasks().ToList();
        if (groups.Count > 0)
        {
            yield return new HeadingBlock("tasks", 3, "What people have to do");
            yield return new TableBlock(
                "Work that the target's API does not offer; the instructions are handed out when the apply reaches it",
                [new("Task"), new("How"), new("Count", ColumnKind.Number), new("For example")],
                [.. groups.Select(group => new[] { group.Action, Words.Of(group.Channel), NumberText.Of(group.Count), RecordText.Of(group.Examples, group.Count) })]);
        }
    }

    private static IEnumerable<ReportBlock> Findings(DryRunReport report) => report.Findings.Count == 0
        ? [new NoticeBlock(Tone.Good, "No findings.")]
        : [FindingTable("Findings by code, the weightiest first", report.Findings)];

    private static TableBlock FindingTable(string caption, IEnumerable<FindingGroup> groups) => new(
        caption,
        [new("Code", ColumnKind.Code), new("Weight"), new("Count", ColumnKind.Number), new("What is wrong"), new("What to do"), new("Where")],
        [.. groups.Select(group => new[]
        {
            group.Code,
            group.Severity.ToString().ToLowerInvariant(),
            NumberText.Of(group.Count),
            group.Examples[0].Message,
            group.Examples[0].Remedy,
            Where(group),
        })]);

    private static string Where(FindingGroup group)
    {
        var places = string.Join("; ", group.Examples.Select(Place).Where(place => place.Length > 0));
        return group.Count > group.Examples.Count ? $"{places} and {NumberText.Of(group.Count - group.Examples.Count)} more" : places;
    }

    private static string Place(Finding finding)
    {
        var subject = finding is { Entity: { } entity, Subject: { } key } ? $"{Words.Singular(entity)} {key}" : finding.Subject;
        var place = string.Join(", ", new[] { subject, finding.Place }.OfType<string>());
        return finding.Value is null ? place : $"{place} '{finding.Value}'".TrimStart();
    }

    private static IEnumerable<ReportBlock> Partners(DryRunReport report)
    {
        var left = report.PartnerCount - report.Partners.Count;
        yield return new CardsBlock(
            "partner-list",
            "Partners, the riskiest first",
            [.. report.Partners.Select(PartnerCards.Of)],
            left > 0 ? $"{NumberText.Of(report.Partners.Count)} of {NumberText.Of(report.PartnerCount)} partners, those with the highest risk. All of them are in the CSV and JSON files." : null);
    }
}
