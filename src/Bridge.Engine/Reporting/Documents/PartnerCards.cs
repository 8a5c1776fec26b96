using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>One card for each partner of a report.</summary>
internal static class PartnerCards
{
    public static Card Of(PartnerSection partner) => new()
    {
        Title = partner.Name ?? partner.Partner,
        Subtitle = partner.TargetId is null ? partner.Partner : $"{partner.Partner} → {partner.TargetId}",
        Tone = partner.Risk switch { RiskLevel.High => Tone.Danger, RiskLevel.Medium => Tone.Warning, _ => Tone.Good },
        Level = $"{CodeNames.Of(partner.Risk)} risk",
        Badges = [.. partner.Risks, .. Groups(partner)],
        Parts =
        [
            .. partner.Account.Select(Part),
            .. partner.Contracts.Select(Part),
            .. Rest("contract", partner.Contracts.Count, partner.ContractCounts),
            .. partner.Codes.Select(Part),
            .. Rest("code", partner.Codes.Count, partner.CodeCounts),
            .. partner.Links.Select(Part),
            .. Rest("link", partner.Links.Count, partner.LinkCounts),
        ],
    };

    private static IEnumerable<string> Groups(PartnerSection partner) =>
        partner.Groups.Count == 0 ? [] : [$"joins {string.Join(", ", partner.Groups)}"];

    private static CardPart Part(RecordChange change) => new()
    {
        Title = $"{string.Join(' ', Subject(change))}: {What(change)}",
        Tone = change.Outcome switch
        {
            Outcome.Blocked => Tone.Danger,
            Outcome.Manual => Tone.Warning,
            _ when change.Losses.Any(loss => loss.Fidelity >= Fidelity.Degraded) => Tone.Warning,
            _ => Tone.Neutral,
        },
        Changes = change.Changes,
        Notes = [.. Notes(change)],
    };

    // The card itself says which partner it is about.
    private static IEnumerable<string> Subject(RecordChange change)
    {
        yield return Words.Singular(change.Entity);
        if (change.Entity != EntityKind.Partner)
        {
            yield return change.Label ?? change.Source ?? change.TargetId ?? "";
            if (change.Label is not null && change.Source is { } key && key != change.Label)
            {
                yield return $"({key})";
            }
        }
    }

    private static string What(RecordChange change) => change switch
    {
        { Action: { } action, Channel: { } channel } => $"{action} ({Words.Of(channel)})",
        { Outcome: { } outcome, Reason: { } reason } => $"{Words.Of(outcome)}, {reason}",
        { Outcome: { } outcome } => Words.Of(outcome),
        _ => "",
    };

    private static IEnumerable<string> Notes(RecordChange change)
    {
        if (change.Message is { } message)
        {
            yield return change.Action is null ? message : $"Why: {message}";
        }

        foreach (var loss in change.Losses)
        {
            yield return $"{loss.Code} ({Words.Of(loss.Fidelity)}): {loss.Message}";
        }

        if (change.SideEffect is { } effect)
        {
            yield return $"Partners notice: {effect}";
        }

        if (change.Reversibility is { } reversibility && change.Channel != Rails.Abstractions.Capabilities.StepChannel.None)
        {
            yield return $"Rollback: {change.Inverse ?? Words.Of(reversibility)}";
        }
    }

    private static IEnumerable<CardPart> Rest(string noun, int shown, OutcomeCounts counts)
    {
        if (counts.Total() <= shown)
        {
            return [];
        }

        (long Count, string Word)[] words =
        [
            (counts.Created, "created"), (counts.Updated, "updated"), (counts.Unchanged, "unchanged"), (counts.Adopted, "adopted"),
            (counts.Skipped, "skipped"), (counts.Blocked, "blocked"), (counts.Manual, "manual"),
        ];
        var sum = string.Join(", ", words.Where(word => word.Count > 0).Select(word => $"{NumberText.Of(word.Count)} {word.Word}"));
        return [new CardPart { Title = $"{NumberText.Of(counts.Total(), noun)} in all: {sum}" }];
    }
}
