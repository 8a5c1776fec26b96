using Bridge.Engine.Reporting.Wording;

namespace Bridge.Engine.Readiness;

/// <summary>What people answered: about the program row by row, about partners in sums.</summary>
internal static class AnswerJudge
{
    private const int MostNamed = 5;

    public static IEnumerable<ReadinessItem> Judge(ReadinessFacts facts) => ReadinessChecks.All.SelectMany(check => check.Scope switch
    {
        ReadinessScope.Program => [OfProgram(check, facts)],
        ReadinessScope.Partner => OfPartners(check, facts),
        _ => Enumerable.Empty<ReadinessItem>(),
    });

    private static ReadinessItem OfProgram(ReadinessCheck check, ReadinessFacts facts)
    {
        var row = facts.Answers.GetValueOrDefault((check.Name, ReadinessItem.Program));
        var (state, evidence) = Of(check, row, facts.AsOf);
        return new ReadinessItem
        {
            Check = check,
            Subject = ReadinessItem.Program,
            State = state,
            Evidence = evidence,
            Owner = row?.Owner ?? check.Owner,
            Due = row?.Day ?? row?.Due,
            Answer = row?.Answer,
        };
    }

    private static IEnumerable<ReadinessItem> OfPartners(ReadinessCheck check, ReadinessFacts facts)
    {
        if (facts.Partners.Count == 0)
        {
            yield break;
        }

        var judged = facts.Partners.Select(partner => (Partner: partner, Row: facts.Answers.GetValueOrDefault((check.Name, partner.Source)))).Select(pair => (pair.Partner, Of(check, pair.Row, facts.AsOf).State, pair.Row)).ToList();
        var open = judged.Where(each => each.State != ReadinessState.Ready).ToList();
        var orders = facts.Partners.Sum(partner => partner.Orders);
        if (open.Count == 0)
        {
            yield return new ReadinessItem { Check = check, Subject = "partners", State = ReadinessState.Ready, Evidence = $"Settled for all {NumberText.Of(judged.Count, "partner")} with orders." };
            yield break;
        }

        var share = orders == 0 ? 0 : Math.Round(100m * open.Sum(each => each.Partner.Orders) / orders, 1);
        var named = open.OrderByDescending(each => each.Partner.Orders).ThenBy(each => each.Partner.Source, StringComparer.Ordinal).Take(MostNamed).Select(each => $"{each.Partner.Name} ({each.Partner.Source})");
        yield return new ReadinessItem
        {
            Check = check,
            Subject = "partners",
            State = open.Max(each => each.State),
            Evidence = $"Open for {open.Count} of {NumberText.Of(judged.Count, "partner")} with orders, who bring {NumberText.Of(share)} % of them: {string.Join(", ", named)}{(open.Count > MostNamed ? ", ..." : "")}.",
            Owner = check.Owner,
            Due = open.Select(each => each.Row?.Due).Where(due => due is not null).Min(),
        };
    }

    private static (ReadinessState State, string Evidence) Of(ReadinessCheck check, ReadinessAnswer? row, DateOnly asOf)
    {
        if (row is { IsYes: true })
        {
            return (ReadinessState.Ready, $"'{row.Answer}', says {row.By ?? "the sheet"}.");
        }

        if (row?.Day is { } day && check.TakesDate)
        {
            return day <= asOf ? (ReadinessState.Ready, $"Settled since {day:yyyy-MM-dd}.") : (ReadinessState.Waits, $"Settled from {day:yyyy-MM-dd} on, {NumberText.Of(day.DayNumber - asOf.DayNumber, "day")} from now.");
        }

        var late = row?.Due is { } due && due < asOf ? $" It was due on {due:yyyy-MM-dd}." : "";
        return row is { IsNo: true }
            ? (late.Length > 0 ? ReadinessState.Blocked : check.WhenNo, $"'{row.Answer}', says {row.By ?? "the sheet"}.{late}")
            : (late.Length > 0 ? ReadinessState.Blocked : ReadinessState.Waits, $"Nobody has answered yet.{late}");
    }
}
