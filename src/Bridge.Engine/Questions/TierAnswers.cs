using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;

namespace Bridge.Engine.Questions;

/// <summary>Answers about tiers, with the effect of <c>tierBasis</c>, <c>tierPeriod</c> and <c>tierMode</c> in the profile.</summary>
public static class TierAnswers
{
    private static readonly (string Word, TierBasis Value, string Meaning)[] Bases =
    [
        ("orderValue", TierBasis.OrderValue, "the value of each order"),
        ("periodRevenue", TierBasis.PeriodRevenue, "the revenue of a period"),
        ("periodCount", TierBasis.PeriodCount, "the number of orders of a period"),
    ];

    private static readonly (string Word, TierMode Value, string Meaning)[] Modes =
    [
        ("marginal", TierMode.Marginal, "a tier pays what lies above its threshold"),
        ("retroactive", TierMode.Retroactive, "a reached tier pays all of the period"),
    ];

    private static readonly TermPeriod[] Periods = [TermPeriod.Day, TermPeriod.Week, TermPeriod.Month, TermPeriod.Quarter, TermPeriod.Year, TermPeriod.Lifetime];

    /// <summary>Options of a question about tiers.</summary>
    public static ValueList<QuestionOption> OptionsOf(string kind) => kind switch
    {
        QuestionKinds.TierBasis => Bases.Select(each => new QuestionOption(each.Word, each.Meaning)).ToValueList(),
        QuestionKinds.TierMode => Modes.Select(each => new QuestionOption(each.Word, each.Meaning)).ToValueList(),
        _ => Periods.Select(period => new QuestionOption(Word(period), "")).ToValueList(),
    };

    /// <summary>Decisions by template of the source.</summary>
    public static IReadOnlyDictionary<string, TierDecision> Of(AnswerBook answers)
    {
        var decisions = new Dictionary<string, TierDecision>(StringComparer.Ordinal);
        foreach (var row in answers.Of(QuestionKinds.TierBasis))
        {
            Add(row, new TierDecision(Find(Bases, row.Value), null, null));
        }

        foreach (var row in answers.Of(QuestionKinds.TierPeriod))
        {
            Add(row, new TierDecision(null, Periods.Where(period => Word(period) == row.Value).Select(period => (TermPeriod?)period).FirstOrDefault(), null));
        }

        foreach (var row in answers.Of(QuestionKinds.TierMode))
        {
            Add(row, new TierDecision(null, null, Find(Modes, row.Value)));
        }

        return decisions;

        void Add(AnswerRow row, TierDecision decision) =>
            decisions[row.Subject] = decisions.TryGetValue(row.Subject, out var known) ? known.Or(decision) : decision;
    }

    private static T? Find<T>((string Word, T Value, string Meaning)[] words, string? value)
        where T : struct => words.Where(each => each.Word == value).Select(each => (T?)each.Value).FirstOrDefault();

    private static string Word(TermPeriod period) => period.ToString().ToLowerInvariant();
}
