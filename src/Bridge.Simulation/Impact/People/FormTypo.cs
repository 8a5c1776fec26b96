using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.People;

/// <summary>A slip of the finger in a terms form.</summary>
internal static class FormTypo
{
    /// <summary>The form with one rate of its terms one point too high, and what was done; null when no term has a rate.</summary>
    public static (string Form, string Detail)? InRate(string form, int seed)
    {
        var root = JsonNode.Parse(form)!.AsObject();
        var rated = Rates(root).ToList();
        if (rated.Count == 0)
            return null;

        var (term, name) = rated[StableHash.Pick(seed, $"typo/{form}", rated.Count)];
        var right = decimal.Parse(term[name]!.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture);
        var wrong = right + 1m;
        term[name] = JsonNode.Parse(wrong.ToString(CultureInfo.InvariantCulture));
        return (root.ToJsonString(), string.Create(CultureInfo.InvariantCulture, $"{wrong} instead of {right}"));
    }
    /// <summary>Rates of the form's own terms, or of event payouts in the published shape; a default of nothing beside groups is none.</summary>
    private static IEnumerable<(JsonObject Holder, string Name)> Rates(JsonObject root)
    {
        var payouts = Objects(root["eventPayouts"]).ToList();
        return Objects(root["terms"]).Select(term => (term, "rate"))
            .Concat(payouts.Where(payout => payout["DefaultPayoutRate"]?.ToString() != "0").Select(payout => (payout, "DefaultPayoutRate")))
            .Concat(payouts.SelectMany(payout => Objects(payout["PayoutGroups"])).Select(group => (group, "PayoutRate")))
            .Where(rate => rate.Item1[rate.Item2] is not null);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];
}
