using Bridge.Engine.Questions;

namespace Bridge.Engine.Tests.Questions;

/// <summary>Questions for tests.</summary>
internal static class Asked
{
    public static readonly DateTimeOffset Monday = new(2026, 6, 29, 9, 0, 0, TimeSpan.Zero);

    public static Question Tier(string offer) => new()
    {
        Kind = QuestionKinds.TierBasis,
        Subject = offer,
        Text = $"What do the thresholds of {offer} count?",
        Evidence = "Thresholds 0, 500; 3 contracts wait",
        Options = TierAnswers.OptionsOf(QuestionKinds.TierBasis),
        Blocks = true,
    };

    public static Question Match(string partner, params string[] candidates) => new()
    {
        Kind = QuestionKinds.PartnerMatch,
        Subject = partner,
        Text = $"Who is {partner}, \"the one; with marks\"?",
        Options = [.. candidates.Select(candidate => new QuestionOption(candidate, "")), new("new", "none of them"), new("skip", "does not move")],
        Form = AnswerForm.OptionOrText,
    };

    public static Question Zone() => new()
    {
        Kind = QuestionKinds.TimeZone,
        Subject = "acme-rakuten",
        Text = "In which zone are the times?",
        Options = [new("UTC", "")],
        Form = AnswerForm.TimeZone,
    };

    public static AnswerRow Row(string kind, string subject, string value, string by = "Maria", int minute = 0) =>
        new() { Kind = kind, Subject = subject, Value = value, By = by, At = Monday.AddMinutes(minute) };
}
