using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Links;
using Bridge.Model.Links;

namespace Bridge.Cli.Inspection;

/// <summary>The old-to-new table in short: the sums, and the links that most orders came through.</summary>
internal sealed class LinkTableView
{
    private const int MostRows = 20;
    private readonly LinkTableTotals totals;
    private readonly IReadOnlyList<LinkTableRow> top;

    private LinkTableView(LinkTableTotals totals, IReadOnlyList<LinkTableRow> top)
    {
        this.totals = totals;
        this.top = top;
    }

    /// <summary>Reads the whole table and keeps the first rows by orders.</summary>
    public static async Task<LinkTableView> ReadAsync(LinkTable table, string? partner, CancellationToken cancellationToken)
    {
        var top = new PriorityQueue<LinkTableRow, (long Orders, long Place)>();
        await foreach (var row in table.ReadAsync(partner, cancellationToken))
        {
            top.Enqueue(row, (row.Orders?.Orders ?? 0, -table.Totals.Links));
            if (top.Count > MostRows)
            {
                top.Dequeue();
            }
        }

        var rows = new List<LinkTableRow>(top.Count);
        while (top.TryDequeue(out var row, out _))
        {
            rows.Add(row);
        }

        rows.Reverse();
        return new LinkTableView(table.Totals, rows);
    }

    /// <summary>For people.</summary>
    public void Write(CliOutput output)
    {
        output.Heading($"{totals.Links} links = {string.Join(" + ", Enum.GetValues<LinkState>().Select(state => $"{totals.In(state)} {LinkTableText.Word(state)}"))}");
        output.Line($"  old URLs: {string.Join(", ", Enum.GetValues<LinkEvidence>().Select(how => $"{totals.KnownBy(how)} {LinkTableText.Word(how)}"))}");
        output.Line($"  new URLs: {string.Join(", ", Enum.GetValues<NewUrlEvidence>().Select(how => $"{totals.New(how)} {LinkTableText.Word(how)}"))}");
        output.Line($"  verification rests on: {string.Join(", ", Enum.GetValues<LinkVerification>().Select(what => $"{totals.RestingOn(what)} {LinkTableText.Word(what)}"))}");
        foreach (var (reason, count) in totals.Reasons)
        {
            output.Line($"  not moved: {count} {reason}");
        }

        output.Line();
        if (totals.Program is null)
        {
            output.Line("The source snapshot holds no conversions, so nobody can say which orders the links cover; 'bridge extract --conversions' reads them.");
        }
        else
        {
            output.Heading("Orders");
            output.Table(
                ["orders", "share", "what", "sales"],
                [.. LinkTableText.Orders(totals).Select(each => new[] { Number(each.Share.Orders), Percent(each.Share.Of(totals.Program)), each.Name, LinkTableText.Sales(each.Share) })]);
        }

        output.Line();
        output.Heading(totals.Links > top.Count ? $"First {top.Count} links by orders" : "Links");
        output.Table(
            ["orders", "share", "partner", "known by", "state", "old", "new"],
            [.. top.Select(row => new[]
            {
                row.Orders is null ? "" : Number(row.Orders.Orders),
                Percent(row.Share),
                row.Old.Partner.Value,
                LinkTableText.Word(row.Old.Evidence),
                LinkTableText.Word(row.State) + (row.Reason is null ? "" : $" ({row.Reason})"),
                row.Old.TrackingUrl ?? row.Old.Id.Value,
                row.NewUrl ?? "",
            })]);
    }

    /// <summary>For programs.</summary>
    public JsonObject Json() => new()
    {
        ["links"] = totals.Links,
        ["states"] = Counts<LinkState>(totals.In),
        ["knownBy"] = Counts<LinkEvidence>(totals.KnownBy),
        ["newUrls"] = Counts<NewUrlEvidence>(totals.New),
        ["verification"] = Counts<LinkVerification>(totals.RestingOn),
        ["notMoved"] = new JsonObject(totals.Reasons.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["orders"] = totals.Program is null ? null : new JsonArray([.. LinkTableText.Orders(totals).Select(each => new JsonObject
        {
            ["what"] = each.Name,
            ["orders"] = each.Share.Orders,
            ["share"] = each.Share.Of(totals.Program),
            ["sales"] = LinkTableText.Sales(each.Share),
        })]),
        ["top"] = new JsonArray([.. top.Select(Row)]),
    };

    private static JsonObject Row(LinkTableRow row) => new()
    {
        ["link"] = row.Old.Id.Value,
        ["partner"] = row.Old.Partner.Value,
        ["targetPartner"] = row.TargetPartner,
        ["oldUrl"] = row.Old.TrackingUrl,
        ["knownBy"] = LinkTableText.Word(row.Old.Evidence),
        ["orders"] = row.Orders?.Orders,
        ["share"] = row.Share,
        ["state"] = LinkTableText.Word(row.State),
        ["reason"] = row.Reason,
        ["newUrl"] = row.NewUrl,
        ["newUrlKnownBy"] = LinkTableText.Word(row.NewUrlEvidence),
        ["verification"] = LinkTableText.Word(row.Verification),
        ["hostPermitted"] = row.HostPermitted,
    };

    private static JsonObject Counts<TEnum>(Func<TEnum, long> count)
        where TEnum : struct, Enum =>
        new(Enum.GetValues<TEnum>().Select(value => KeyValuePair.Create(Camel(value.ToString()), (JsonNode?)count(value))));

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(decimal? share) => share is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
