using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Gathers the lines of the chosen partners, and of them alone.</summary>
internal sealed class PartnerSections
{
    private readonly List<PartnerGathering> order = [];
    private readonly Dictionary<string, PartnerGathering> byPartner = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartnerGathering> byTarget = new(StringComparer.Ordinal);

    public PartnerSections(IEnumerable<(string Partner, int Score)> partners, ReportLimits limits)
    {
        foreach (var (partner, score) in partners)
        {
            var gathering = new PartnerGathering(partner, score, limits);
            order.Add(gathering);
            byPartner.Add(partner, gathering);
        }
    }

    public static string? PartnerOf(PlanLine line) => line switch
    {
        StepLine { Step: var step } => StepSubject.PartnerOf(step),
        OutcomeLine outcome => outcome.Partner ?? (outcome.Entity == EntityKind.Partner ? outcome.Source : null),
        _ => null,
    };

    public void Add(PlanLine line)
    {
        if (line is StepLine { Step: JoinGroup join })
        {
            foreach (var member in join.Membership.Partners)
            {
                if (member.Id is { } id && byTarget.TryGetValue(id, out var joined))
                {
                    joined.Join(join.Membership.GroupName);
                }
            }
        }
        else if (PartnerOf(line) is { } partner && byPartner.TryGetValue(partner, out var gathering) && RecordChange.Of(line) is { } change)
        {
            gathering.Add(change);
            if (change is { Entity: EntityKind.Partner, TargetId: { } target })
            {
                byTarget[target] = gathering;
            }
        }
    }

    public ValueList<PartnerSection> Build() => order.Select(gathering => gathering.Build()).ToValueList();
}
