using System.Globalization;
using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Matching;
using Bridge.Engine.Planning;
using Bridge.Model.Records;

namespace Bridge.Engine.Questions;

/// <summary>
/// What a plan leaves to people, as questions: partners that several on the target could be, thresholds that nobody explained, losses
/// that an approval has to accept. Records are read once more only when the plan's account says that there is something to ask.
/// </summary>
/// <param name="inputs">Inputs of the plan.</param>
public sealed class PlanQuestions(PlanInputs inputs)
{
    /// <summary>Name under which these questions are raised.</summary>
    public const string Source = "plan";

    /// <summary>Answer by which a loss is accepted.</summary>
    public const string Accepted = "accept";

    private static readonly string[] PartnerReasons = ["AmbiguousMatch"];
    private static readonly string[] TierReasons = [MappingFindings.TierBasisUndecided.Name, MappingFindings.TierPeriodUndecided.Name, MappingFindings.TierModeUndecided.Name];

    /// <summary>The questions of a plan, in order of their kinds.</summary>
    public async Task<IReadOnlyList<Question>> CollectAsync(PlanTotals totals, CancellationToken cancellationToken)
    {
        var questions = new List<Question>();
        if (Has(totals, PartnerReasons))
        {
            await PartnersAsync(questions, cancellationToken);
        }

        if (Has(totals, TierReasons))
        {
            await TiersAsync(questions, cancellationToken);
        }

        questions.AddRange((totals.LossesToAccept ?? totals.Losses).Select(Loss));
        return questions;
    }

    /// <summary>Subject of the question about a loss: its code and how often it occurs, so that a yes to three is no yes to three thousand.</summary>
    public static string SubjectOf(NamedCount loss) => string.Create(CultureInfo.InvariantCulture, $"{loss.Name} ({loss.Count})");

    /// <summary>Codes of the losses of a plan that people accepted, each exactly as often as it occurs now.</summary>
    public static IReadOnlyList<string> AcceptedOf(PlanTotals totals, AnswerBook answers) =>
    [
        .. (totals.LossesToAccept ?? totals.Losses)
            .Where(loss => answers.Find(QuestionKinds.Loss, SubjectOf(loss)) == Accepted)
            .Select(loss => loss.Name),
    ];

    private static bool Has(PlanTotals totals, string[] reasons) =>
        totals.Reasons.Any(count => Array.Exists(reasons, reason => count.Name.EndsWith(' ' + reason, StringComparison.Ordinal)));

    private static Question Loss(NamedCount loss) => new()
    {
        Kind = QuestionKinds.Loss,
        Subject = SubjectOf(loss),
        Text = string.Create(CultureInfo.InvariantCulture, $"May the loss '{loss.Name}' be accepted? It occurs {loss.Count} times."),
        Evidence = LossCodes.Meanings.GetValueOrDefault(loss.Name, ""),
        Options = [new(Accepted, "the plan may be approved with it"), new("refuse", "the profile or the source has to change first")],
        Blocks = true,
        UsualOwner = "program owner",
    };

    private async Task PartnersAsync(List<Question> questions, CancellationToken cancellationToken)
    {
        await foreach (var (partner, _, _) in inputs.Source.ReadAsync(RecordCodecs.Partner, cancellationToken))
        {
            if (inputs.Mapping.MapPartner(partner).Exclusion is not null
                || inputs.Matcher.Match(partner) is not { Kind: MatchKind.Ambiguous, Candidates.Count: > 0 } match)
            {
                continue;
            }

            questions.Add(new Question
            {
                Kind = QuestionKinds.PartnerMatch,
                Subject = partner.Id.Value,
                Text = $"Which partner of the target is '{partner.Name}' ({partner.Id.Value})?",
                Evidence = match.Evidence ?? "",
                Options =
                [
                    .. match.Candidates.Select(candidate => new QuestionOption(candidate, "it is this one")),
                    new("new", "none of the target, whatever looks alike"),
                    new("skip", "it does not move"),
                ],
                Form = AnswerForm.OptionOrText,
                UsualOwner = "partner manager",
            });
        }
    }

    private async Task TiersAsync(List<Question> questions, CancellationToken cancellationToken)
    {
        var open = new SortedDictionary<(string Kind, string Template), (string Name, string? Thresholds, int Contracts)>();
        await foreach (var (contract, _, _) in inputs.Source.ReadAsync(RecordCodecs.Contract, cancellationToken))
        {
            foreach (var finding in inputs.Mapping.MapContract(contract).Findings)
            {
                if (KindOf(finding.Code) is { } kind)
                {
                    var key = (kind, contract.TemplateId ?? contract.Id.Value);
                    var known = open.TryGetValue(key, out var found) ? found : (Name: contract.Name, Thresholds: finding.Value, Contracts: 0);
                    open[key] = (known.Name, known.Thresholds ?? finding.Value, known.Contracts + 1);
                }
            }
        }

        questions.AddRange(open.Select(entry => Tier(entry.Key.Kind, entry.Key.Template, entry.Value.Name, entry.Value.Thresholds, entry.Value.Contracts)));
    }

    private static string? KindOf(string code) =>
        code == MappingFindings.TierBasisUndecided.Code ? QuestionKinds.TierBasis
        : code == MappingFindings.TierPeriodUndecided.Code ? QuestionKinds.TierPeriod
        : code == MappingFindings.TierModeUndecided.Code ? QuestionKinds.TierMode
        : null;

    private static Question Tier(string kind, string template, string name, string? thresholds, int contracts) => new()
    {
        Kind = kind,
        Subject = template,
        Text = kind switch
        {
            QuestionKinds.TierBasis => $"What do the tier thresholds of '{name}' ({template}) count?",
            QuestionKinds.TierPeriod => $"Over which period do the tier thresholds of '{name}' ({template}) count?",
            _ => $"Does a reached tier of '{name}' ({template}) pay the whole period, or only what lies above it?",
        },
        Evidence = string.Create(CultureInfo.InvariantCulture, $"{(thresholds is null ? "" : $"Thresholds {thresholds}; ")}{contracts} contracts wait for it."),
        Options = TierAnswers.OptionsOf(kind),
        UsualOwner = "program owner",
    };
}
