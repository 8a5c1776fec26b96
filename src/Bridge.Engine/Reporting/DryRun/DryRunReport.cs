using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>
/// A plan told for review: risk first, then the account, then what is found, then partner by partner. Bounded by
/// <see cref="ReportLimits"/> however long the plan is; what is left out is counted here and listed in the CSV and JSON files.
/// </summary>
public sealed record DryRunReport
{
    /// <summary>What it is about.</summary>
    public required ReportHead Head { get; init; }

    /// <summary>The plan's own sums, the conservation rule per entity among them.</summary>
    public required PlanTotals Totals { get; init; }

    /// <summary>Findings by code, the weightiest first.</summary>
    public required ValueList<FindingGroup> Findings { get; init; }

    /// <summary>Steps by kind, channel and reversibility, in plan order.</summary>
    public required ValueList<StepGroup> Steps { get; init; }

    /// <summary>Records that are skipped, blocked or manual, by reason: blocked first, the most frequent first.</summary>
    public required ValueList<ReasonGroup> Reasons { get; init; }

    /// <summary>Losses by code, the worst first.</summary>
    public required ValueList<LossGroup> Losses { get; init; }

    /// <summary>Partners who are paid something else afterwards than now, up to the limit.</summary>
    public required ValueList<TermChange> TermChanges { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long TermChangeCount { get; init; }

    /// <summary>What an apply takes.</summary>
    public required ApplyForecast Forecast { get; init; }

    /// <summary>Partners by risk, up to the limit.</summary>
    public required ValueList<PartnerSection> Partners { get; init; }

    /// <summary>How many partners the plan took up; in a rollback, how many are told.</summary>
    public required long PartnerCount { get; init; }

    /// <summary>Findings that keep the plan from being approved.</summary>
    public IEnumerable<FindingGroup> Blocking() => Findings.Where(group => group.Severity == Severity.Blocking);

    /// <summary>Steps that nothing undoes.</summary>
    public IEnumerable<StepGroup> Irreversible() => Steps.Where(group => group.Reversibility == Reversibility.Irreversible);

    /// <summary>Steps that partners notice.</summary>
    public IEnumerable<StepGroup> Notifications() => Steps.Where(group => group.SideEffect is not null);

    /// <summary>Steps that a person does.</summary>
    public IEnumerable<StepGroup> Tasks() => Steps.Where(group => group.Channel is StepChannel.FilePack or StepChannel.WorkItem);

    /// <summary>Reads the plan twice and tells it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="leastTime">Least time for so many calls under the rate law and the configured share.</param>
    /// <param name="limits">How much to show in full.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static Task<DryRunReport> BuildAsync(IPlanSource plan, Func<long, TimeSpan> leastTime, ReportLimits limits, CancellationToken cancellationToken) =>
        BuildAsync(plan, leastTime, limits, [], cancellationToken);

    /// <summary>As above; each listener hears every line once, in order.</summary>
    public static async Task<DryRunReport> BuildAsync(
        IPlanSource plan, Func<long, TimeSpan> leastTime, ReportLimits limits, IReadOnlyList<IPlanListener> listeners, CancellationToken cancellationToken)
    {
        var groups = new PlanGroups(limits);
        var partners = new TopPartners(limits.Partners);
        await foreach (var line in plan.ReadAsync(cancellationToken))
        {
            groups.Add(line);
            if (PartnerSections.PartnerOf(line) is { } partner)
            {
                partners.Add(partner, RiskScore.Of(line));
            }
        }

        var sections = new PartnerSections(partners.Heaviest, limits);
        var names = new PartnerNames(groups.PartnersNamed());
        await foreach (var line in plan.ReadAsync(cancellationToken))
        {
            sections.Add(line);
            names.Add(line);
            var change = listeners.Count > 0 ? RecordChange.Of(line) : null;
            foreach (var listener in listeners)
            {
                await listener.HearAsync(line, change, cancellationToken);
            }
        }

        var told = sections.Build();
        var calls = plan.Totals.WriteCalls + plan.Totals.ReadCalls;
        return new DryRunReport
        {
            Head = new ReportHead(plan.Hash, plan.Header),
            Totals = plan.Totals,
            Findings = groups.Findings(),
            Steps = groups.Steps(names),
            Reasons = groups.Reasons(names),
            Losses = groups.Losses(names),
            TermChanges = groups.TermChanges(names),
            TermChangeCount = groups.TermChangeCount,
            Forecast = new ApplyForecast
            {
                WriteCalls = plan.Totals.WriteCalls,
                ReadCalls = plan.Totals.ReadCalls,
                LeastTime = leastTime(calls),
                FileRows = CountOf(plan.Totals.Channels, StepChannel.FilePack),
                PortalTasks = CountOf(plan.Totals.Channels, StepChannel.WorkItem),
            },
            Partners = told,
            PartnerCount = Math.Max(told.Count, plan.Totals.Entities.Where(totals => totals.Entity == EntityKind.Partner).Sum(totals => totals.Extracted)),
        };
    }

    private static long CountOf(ValueList<NamedCount> channels, StepChannel channel) =>
        channels.Where(count => count.Name == CodeNames.Of(channel)).Sum(count => count.Count);
}
