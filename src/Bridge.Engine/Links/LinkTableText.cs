using System.Globalization;
using Bridge.Model.Json;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Links;

/// <summary>The old-to-new table as cells: the same columns in every form. Numbers are cells of their own, so that a spreadsheet can add them.</summary>
public static class LinkTableText
{
    /// <summary>Columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "Partner ID", "Partner Name", "Target Partner ID", "Link ID", "Link Name", "Old URL", "Known By", "Seen In", "Seen On", "Seen At", "Orders", "Share of Orders %",
        "Sales", "Old Destination", "Old Sub IDs", "State", "Reason", "Note", "New URL", "New URL Known By", "Verification Rests On", "New Destination",
        "Host Permitted", "New Sub IDs",
    ];

    /// <summary>A row in the order of the columns.</summary>
    public static SpreadsheetCell[] Cells(LinkTableRow row) =>
    [
        Text(row.Old.Partner.Value),
        Text(row.PartnerName),
        Text(row.TargetPartner),
        Text(row.Old.Id.Value),
        Text(row.Old.Name),
        Text(row.Old.TrackingUrl),
        Text(Word(row.Old.Evidence)),
        Text(row.Old.SeenIn),
        Text(row.Old.SeenOn),
        Text(row.Old.SeenAt?.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture)),
        SpreadsheetCell.Of((decimal?)row.Orders?.Orders),
        SpreadsheetCell.Of(row.Share * 100m),
        Text(row.Orders is null ? null : Sales(row.Orders)),
        Text(row.Old.Destination),
        Text(SubIds(row.Old.SubIds)),
        Text(Word(row.State)),
        Text(row.Reason),
        Text(row.Note),
        Text(row.NewUrl),
        Text(Word(row.NewUrlEvidence)),
        Text(Word(row.Verification)),
        Text(row.NewDestination),
        Text(row.HostPermitted switch { true => "yes", false => "no", null => null }),
        Text(SubIds(row.NewSubIds)),
    ];

    /// <summary>The sums, one name and number each, and the rule that they keep.</summary>
    public static IEnumerable<(string Name, decimal? Number, string? Text)> Totals(LinkTableTotals totals)
    {
        yield return ("links", totals.Links, null);
        foreach (var state in Enum.GetValues<LinkState>())
        {
            yield return ($"links {Word(state)}", totals.In(state), null);
        }

        yield return ("rule", null, "links = " + string.Join(" + ", Enum.GetValues<LinkState>().Select(Word)));
        foreach (var (reason, count) in totals.Reasons)
        {
            yield return ($"not moved: {reason}", count, null);
        }

        foreach (var how in Enum.GetValues<LinkEvidence>())
        {
            yield return ($"old URL {Word(how)}", totals.KnownBy(how), null);
        }

        foreach (var how in Enum.GetValues<NewUrlEvidence>())
        {
            yield return ($"new URL by {Word(how)}", totals.New(how), null);
        }

        foreach (var what in Enum.GetValues<LinkVerification>())
        {
            yield return ($"verification rests on {Word(what)}", totals.RestingOn(what), null);
        }

        foreach (var (name, share) in Orders(totals))
        {
            yield return ($"orders {name}", share.Orders, share.Sales.Count == 0 ? null : Sales(share));
        }
    }

    /// <summary>The shares of the orders, named; empty when the snapshot holds no conversions.</summary>
    public static IEnumerable<(string Name, OrderShare Share)> Orders(LinkTableTotals totals)
    {
        if (totals.Program is not { } program)
        {
            yield break;
        }

        yield return ("of the program", program);
        foreach (var how in Enum.GetValues<LinkEvidence>())
        {
            yield return ($"of links whose URL is {Word(how)}", totals.OrdersKnownBy(how));
        }

        if (totals.Uncovered is { } uncovered)
        {
            yield return ("that no known link covers", uncovered);
        }

        foreach (var state in Enum.GetValues<LinkState>())
        {
            yield return ($"of links {Word(state)}", totals.OrdersIn(state));
        }
    }

    /// <summary>The word of a value in tables: <c>not moved</c>.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));

    /// <summary>Amounts with their currencies.</summary>
    public static string Sales(OrderShare share) => string.Join("; ", share.Sales.Select(money => $"{CanonicalDecimalConverter.Format(money.Amount)} {money.Currency}"));

    private static string SubIds(IEnumerable<SubId> subIds) => string.Join("; ", subIds.Select(subId => $"{subId.Name}={subId.Value}"));

    private static SpreadsheetCell Text(string? text) => SpreadsheetCell.Of(text);
}
