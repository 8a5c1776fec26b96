using Bridge.Model.Contracts;

namespace Bridge.Rails.Impact.Terms;

/// <summary>Periods: DAY, CALENDAR_MONTH, END_OF_WEEK, ... The full lists are not published, so the last word counts.</summary>
internal static class PeriodWords
{
    /// <summary>The period of a word; null when it is none that is known. No word is no period.</summary>
    public static TermPeriod? Read(string? word) => word?.Trim().ToUpperInvariant().Split('_')[^1] switch
    {
        null or "" or "NONE" => TermPeriod.None,
        "DAY" => TermPeriod.Day,
        "WEEK" => TermPeriod.Week,
        "MONTH" => TermPeriod.Month,
        "QUARTER" => TermPeriod.Quarter,
        "YEAR" => TermPeriod.Year,
        "LIFETIME" => TermPeriod.Lifetime,
        _ => null,
    };

    /// <summary>The word of a period; null for none.</summary>
    public static string? Write(TermPeriod period) => period == TermPeriod.None ? null : period.ToString().ToUpperInvariant();
}
