using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.People;

/// <summary>A slip of the finger in a terms form.</summary>
internal static class FormTypo
{
    private static readonly string[] Rates = ["rate", "payoutRate", "defaultPayoutRate"];

    /// <summary>The form with one of its rates one point too high, and what was done; null when it has no rate.</summary>
    public static (string Form, string Detail)? InRate(string form, int seed)
    {
        var root = JsonNode.Parse(form)!;
        var rates = Find(root).ToList();
        if (rates.Count == 0)
            return null;

        var (owner, name) = rates[StableHash.Pick(seed, $"typo/{form}", rates.Count)];
        var right = decimal.Parse(owner[name]!.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture);
        var wrong = right + 1m;
        owner[name] = JsonNode.Parse(wrong.ToString(CultureInfo.InvariantCulture));
        return (root.ToJsonString(), string.Create(CultureInfo.InvariantCulture, $"{wrong} instead of {right}"));
    }

    /// <summary>The form with one of its lock dates a day too late, and what was done; null when it has none.</summary>
    public static (string Form, string Detail)? InLockDate(string form, int seed)
    {
        var root = JsonNode.Parse(form)!;
        var locks = Locks(root).ToList();
        if (locks.Count == 0)
            return null;

        var owner = locks[StableHash.Pick(seed, $"lock/{form}", locks.Count)];
        var name = owner.ContainsKey("lockingDays") ? "lockingDays" : owner.ContainsKey("dayOffset") ? "dayOffset" : "DayOffset";
        var right = owner[name] is { } days ? decimal.Parse(days.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture) : 0;
        owner[name] = JsonNode.Parse((right + 1).ToString(CultureInfo.InvariantCulture));
        return (root.ToJsonString(), string.Create(CultureInfo.InvariantCulture, $"{right + 1} days instead of {right}"));
    }

    private static IEnumerable<JsonObject> Locks(JsonNode? node) => node switch
    {
        JsonObject fields => (fields.ContainsKey("lockingDays") ? [fields] : Enumerable.Empty<JsonObject>()).Concat(fields.SelectMany(field =>
            string.Equals(field.Key, "Locking", StringComparison.OrdinalIgnoreCase) && field.Value is JsonObject locking ? [locking] : Locks(field.Value))),
        JsonArray list => list.SelectMany(Locks),
        _ => [],
    };

    private static IEnumerable<(JsonObject Owner, string Name)> Find(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => IsRate(field) ? [(fields, field.Key)] : Find(field.Value)),
        JsonArray list => list.SelectMany(Find),
        _ => [],
    };

    /// <summary>A default of nothing beside payout groups is no rate that anybody types.</summary>
    private static bool IsRate(KeyValuePair<string, JsonNode?> field) =>
        Rates.Contains(field.Key, StringComparer.OrdinalIgnoreCase)
        && field.Value?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
        && field.Value.ToString() != "0";
}
