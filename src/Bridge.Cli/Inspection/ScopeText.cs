using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Intake;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Cli.Inspection;

/// <summary>What a snapshot covers, in words and as JSON.</summary>
internal static class ScopeText
{
    private const int MostRanked = 10;

    /// <summary>Counts per kind, then who brought most.</summary>
    public static void Write(CliOutput output, SnapshotScope scope, Finding? shortage)
    {
        output.Heading("What it covers");
        output.Table(
            ["entity", "records", "in force", "last activity", "usually with"],
            [.. scope.Lines.Select(line => new[]
            {
                EntityNames.Of(line.Entity),
                line.Count.ToString("N0", CultureInfo.InvariantCulture),
                line.Active?.ToString("N0", CultureInfo.InvariantCulture) ?? "",
                line.LastActivity?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                line.Owner ?? "",
            })]);
        if (scope.Months is { } months)
        {
            output.Heading(string.Create(CultureInfo.InvariantCulture, $"Performance from {scope.From:yyyy-MM-dd} to {scope.Until:yyyy-MM-dd}, {months} months"));
            foreach (var currency in scope.Ranking.GroupBy(each => each.Currency.Code))
            {
                output.Line(string.Create(
                    CultureInfo.InvariantCulture, $"  {currency.Key}: {currency.Count()} partners, {currency.Sum(each => each.Orders):N0} orders, sales {currency.Sum(each => each.Sales):N2}, commission {currency.Sum(each => each.Commission):N2}"));
                output.Table(
                    ["partner", "orders", "sales", "commission", "last order"],
                    [.. currency.Take(MostRanked).Select(each => new[]
                    {
                        each.Partner ?? "(nobody)",
                        each.Orders.ToString("N0", CultureInfo.InvariantCulture),
                        each.Sales.ToString("N2", CultureInfo.InvariantCulture),
                        each.Commission.ToString("N2", CultureInfo.InvariantCulture),
                        each.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    })]);
            }
        }

        if (shortage is not null)
        {
            output.Line("  " + shortage);
        }
    }

    /// <summary>The same for programs, with every partner.</summary>
    public static JsonObject Json(SnapshotScope scope, Finding? shortage) => new()
    {
        ["entities"] = Output.Json.Array(scope.Lines, line => new JsonObject
        {
            ["entity"] = EntityNames.Of(line.Entity),
            ["records"] = line.Count,
            ["inForce"] = line.Active,
            ["lastActivity"] = line.LastActivity,
            ["owner"] = line.Owner,
        }),
        ["from"] = scope.From,
        ["until"] = scope.Until,
        ["months"] = scope.Months,
        ["performance"] = Output.Json.Array(scope.Ranking, each => new JsonObject
        {
            ["partner"] = each.Partner,
            ["currency"] = each.Currency.Code,
            ["orders"] = each.Orders,
            ["sales"] = each.Sales,
            ["commission"] = each.Commission,
            ["last"] = each.Last,
        }),
        ["finding"] = shortage?.ToString(),
    };
}
