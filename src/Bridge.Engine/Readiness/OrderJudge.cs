using Bridge.Engine.Reporting.Wording;

namespace Bridge.Engine.Readiness;

/// <summary>Compares the target's recent conversions with the same orders elsewhere, for each event type.</summary>
internal static class OrderJudge
{
    private const int MostExamples = 3;

    public static IEnumerable<ReadinessItem> Judge(ReadinessFacts facts) => facts.EventTypes.SelectMany(type => Judge(facts, type));

    private static IEnumerable<ReadinessItem> Judge(ReadinessFacts facts, string type)
    {
        var seen = facts.Conversions.Where(conversion => Is(conversion.EventType, type)).ToList();
        if (seen.Count == 0)
        {
            // Without a conversion there is nothing to be right or wrong about.
            yield return Item(ReadinessChecks.Conversions, type, ReadinessState.Blocked, $"The target, as it was read, shows no {type} of the last {NumberText.Of(facts.RecentDays, "day")}.");
            yield break;
        }

        yield return Item(
            ReadinessChecks.Conversions, type, ReadinessState.Ready, $"{NumberText.Of(seen.Count, $"conversion")} of the last {NumberText.Of(facts.RecentDays, "day")}, the latest on {NumberText.Of(seen.Max(conversion => conversion.At))}.");
        var known = seen.Where(conversion => conversion.OrderId is { } id && facts.Orders.ContainsKey(id)).Select(conversion => (Seen: conversion, Known: facts.Orders[conversion.OrderId!])).ToList();
        yield return known.Count > 0
            ? Item(ReadinessChecks.OrderIds, type, ReadinessState.Ready, $"{known.Count} of {NumberText.Of(seen.Count, "conversion")} are known by order id.")
            : Item(ReadinessChecks.OrderIds, type, ReadinessState.Blocked, $"No order id of the target is known elsewhere; it has for example {string.Join(", ", seen.Select(conversion => conversion.OrderId ?? "none").Distinct().Take(MostExamples))}.");
        if (known.Count == 0)
        {
            yield break;
        }

        yield return Compare(ReadinessChecks.Amounts, type, known, pair => pair.Known.Amount?.Amount, pair => pair.Seen.Amount?.Amount, NumberText.Of);
        yield return Compare(ReadinessChecks.Currencies, type, known, pair => pair.Known.Amount?.Currency.Code, pair => pair.Seen.Amount?.Currency.Code, code => code);
        yield return Compare(ReadinessChecks.Customers, type, known, pair => pair.Known.CustomerStatus?.ToUpperInvariant(), pair => pair.Seen.CustomerStatus?.ToUpperInvariant(), status => status);
    }

    private static ReadinessItem Compare<T>(
        ReadinessCheck check,
        string type,
        IEnumerable<(SeenConversion Seen, KnownOrder Known)> pairs,
        Func<(SeenConversion Seen, KnownOrder Known), T?> wanted,
        Func<(SeenConversion Seen, KnownOrder Known), T?> seen,
        Func<T, string> text)
        where T : struct =>
        Compare(check, type, [.. pairs.Where(pair => wanted(pair) is not null).Select(pair => (pair.Seen.OrderId!, pair.Known.Origin, text(wanted(pair)!.Value), seen(pair) is { } value ? text(value) : null))]);

    private static ReadinessItem Compare(
        ReadinessCheck check,
        string type,
        IEnumerable<(SeenConversion Seen, KnownOrder Known)> pairs,
        Func<(SeenConversion Seen, KnownOrder Known), string?> wanted,
        Func<(SeenConversion Seen, KnownOrder Known), string?> seen,
        Func<string, string> text) =>
        Compare(check, type, [.. pairs.Where(pair => wanted(pair) is not null).Select(pair => (pair.Seen.OrderId!, pair.Known.Origin, text(wanted(pair)!), seen(pair) is { } value ? text(value) : null))]);

    private static ReadinessItem Compare(ReadinessCheck check, string type, IReadOnlyList<(string Order, string Origin, string Wanted, string? Seen)> pairs)
    {
        var wrong = pairs.Where(pair => pair.Wanted != pair.Seen).ToList();
        return (pairs.Count, wrong.Count) switch
        {
            (0, _) => Item(check, type, ReadinessState.Blocked, "None of the orders says elsewhere what it should be."),
            (_, 0) => Item(check, type, ReadinessState.Ready, $"{NumberText.Of(pairs.Count, "order")} compared, all equal."),
            _ => Item(check, type, ReadinessState.Blocked, $"{wrong.Count} of {NumberText.Of(pairs.Count, "order")} differ: {string.Join("; ", wrong.Take(MostExamples).Select(pair => $"{pair.Order} is {pair.Seen ?? "unknown"} on the target and {pair.Wanted} by the {pair.Origin}"))}."),
        };
    }

    /// <summary>An event type is meant by a word of its name; a rail that names none means sales.</summary>
    private static bool Is(string? named, string wanted) => named is null
        ? string.Equals(wanted, "sale", StringComparison.OrdinalIgnoreCase)
        : named.Contains(wanted, StringComparison.OrdinalIgnoreCase);

    private static ReadinessItem Item(ReadinessCheck check, string type, ReadinessState state, string evidence) => new() { Check = check, Subject = type, State = state, Evidence = evidence };
}
