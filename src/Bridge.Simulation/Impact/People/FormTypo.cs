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
        var rated = (root["terms"] as JsonArray)?.OfType<JsonObject>().Where(term => term["rate"] is not null).ToList() ?? [];
        if (rated.Count == 0)
            return null;

        var term = rated[StableHash.Pick(seed, $"typo/{form}", rated.Count)];
        var right = decimal.Parse(term["rate"]!.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture);
        var wrong = right + 1m;
        term["rate"] = JsonNode.Parse(wrong.ToString(CultureInfo.InvariantCulture));
        return (root.ToJsonString(), string.Create(CultureInfo.InvariantCulture, $"{wrong} instead of {right}"));
    }
}
