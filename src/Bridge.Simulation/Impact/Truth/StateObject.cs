using System.Text.Json;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>An object of the state under its natural key. Links have no id of their own on the rail; the state numbers them.</summary>
internal sealed record StateObject(string Kind, string Key, string Id)
{
    /// <summary>What counts as present: partners in the program, active codes, all links and groups.</summary>
    public static IEnumerable<StateObject> Read(JsonElement state)
    {
        foreach (var partner in state.GetProperty("partners").EnumerateArray())
        {
            if (Text(partner, "value1").Length > 0 && partner.GetProperty("programs").GetArrayLength() > 0)
                yield return new StateObject("partner", Text(partner, "value1"), Text(partner, "id"));
        }

        foreach (var code in state.GetProperty("codes").EnumerateArray())
        {
            if (Text(code, "state") == "ACTIVE")
                yield return new StateObject("code", $"{Text(code, "code")}|{Text(code, "partnerValue1")}", Text(code, "id"));
        }

        foreach (var link in state.GetProperty("links").EnumerateArray())
            yield return new StateObject("link", $"{Text(link, "partnerValue1")}|{Text(link, "deepLink")}|{Text(link, "customPath")}", Text(link, "id"));

        foreach (var group in state.GetProperty("groups").EnumerateArray())
            yield return new StateObject("group", Text(group, "name"), Text(group, "id"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? string.Empty;
}
