using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>What a plan says about one partner, while it is read.</summary>
internal sealed class PartnerGathering(string partner, int score, ReportLimits limits)
{
    private const int OrdinaryLinks = 3;

    private readonly List<RecordChange> account = [];
    private readonly List<RecordChange> contracts = [];
    private readonly List<RecordChange> codes = [];
    private readonly List<RecordChange> problemLinks = [];
    private readonly List<RecordChange> links = [];
    private readonly SortedSet<string> groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(int Rank, string Risk), SortedSet<string>> risks = [];
    private OutcomeCounts contractCounts = new();
    private OutcomeCounts codeCounts = new();
    private OutcomeCounts linkCounts = new();

    public void Join(string group) => groups.Add(group);

    public void Add(RecordChange change)
    {
        NoteRisks(change);
        switch (change.Entity)
        {
            case EntityKind.Partner:
                account.Add(change);
                break;
            case EntityKind.Contract:
                contractCounts = Count(contractCounts, change);
                Keep(contracts, change, limits.PerPartner);
                break;
            case EntityKind.PromoCode:
                codeCounts = Count(codeCounts, change);
                Keep(codes, change, limits.PerPartner);
                break;
            case EntityKind.TrackingLink:
                linkCounts = Count(linkCounts, change);
                var problem = change.Losses.Count > 0 || change.Outcome is Outcome.Blocked or Outcome.Manual;
                Keep(problem ? problemLinks : links, change, problem ? limits.PerPartner : OrdinaryLinks);
                break;
        }
    }

    public PartnerSection Build() => new()
    {
        Partner = partner,
        Name = account.Select(change => change.Label).FirstOrDefault(label => label is not null),
        TargetId = account.Select(change => change.TargetId).FirstOrDefault(id => id is not null),
        Risk = RiskScore.LevelOf(score),
        Risks = risks.Select(risk => risk.Value.Max is "" ? risk.Key.Risk : $"{risk.Key.Risk}: {string.Join(", ", risk.Value)}").ToValueList(),
        Account = [.. account],
        Groups = groups.ToValueList(),
        Contracts = [.. contracts],
        ContractCounts = contractCounts,
        Codes = [.. codes],
        CodeCounts = codeCounts,
        Links = [.. problemLinks, .. links],
        LinkCounts = linkCounts,
    };

    private static OutcomeCounts Count(OutcomeCounts counts, RecordChange change) => change.Outcome is { } outcome ? counts.With(outcome) : counts;

    private static void Keep(List<RecordChange> list, RecordChange change, int limit)
    {
        if (list.Count < limit)
        {
            list.Add(change);
        }
    }

    private void NoteRisks(RecordChange change)
    {
        var subject = Words.Singular(change.Entity);
        if (change.Outcome is Outcome.Blocked or Outcome.Manual)
        {
            var blocked = change.Outcome is Outcome.Blocked;
            Note(blocked ? 0 : 1, $"{subject} {(blocked ? "cannot move" : "waits for a decision")}", change.Reason ?? "");
        }

        if (change is { Entity: EntityKind.Contract, Action: not null } && change.Changes.Any(difference => difference is { Before: not null, After: not null }))
        {
            Note(2, "pays something else than now", "");
        }

        foreach (var loss in change.Losses.Where(loss => loss.Fidelity >= Fidelity.Degraded))
        {
            Note(3, "loses", loss.Code);
        }

        if (change.Reversibility == Reversibility.Irreversible)
        {
            Note(4, "cannot be undone", change.Action!);
        }

        if (change.SideEffect is { } effect)
        {
            Note(5, "notices", effect);
        }
    }

    private void Note(int rank, string risk, string what)
    {
        if (!risks.TryGetValue((rank, risk), out var all))
        {
            risks[(rank, risk)] = all = new SortedSet<string>(StringComparer.Ordinal);
        }

        all.Add(what);
    }
}
