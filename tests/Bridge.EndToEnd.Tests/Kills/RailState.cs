using System.Text.Json;

namespace Bridge.EndToEnd.Tests.Kills;

/// <summary>What a simulated rail holds, under names that do not depend on the order in which things were made.</summary>
internal sealed class RailState
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly JsonElement root;

    public RailState(string json)
    {
        Json = json;
        root = JsonDocument.Parse(json).RootElement;
        foreach (var partner in List("partners"))
        {
            names[Text(partner, "id")] = Text(partner, "value1") is { Length: > 0 } value ? value : $"{Text(partner, "name")} at {Text(partner, "host")}";
        }
    }

    public string Json { get; }

    /// <summary>Every object by its natural key, sorted; one that is there twice stands there twice.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keys()
    {
        var templates = List("templates").ToDictionary(template => Text(template, "id"), template => Text(template, "name"), StringComparer.Ordinal);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            ["partners"] = Sorted(List("partners").Select(partner => $"{Partner(partner, "id")}|{Text(partner, "host")}|{Text(partner, "value2")}|{Text(partner, "value3")}|{Text(partner, "state")}|{partner.GetProperty("programs").GetArrayLength()}")),
            ["groups"] = Sorted(List("groups").Select(group => Text(group, "name"))),
            ["members"] = Sorted(List("groups").SelectMany(group => group.GetProperty("members").EnumerateArray().Select(member => $"{Text(group, "name")}|{names[member.GetString()!]}"))),

            // Contracts in force. Ended ones are history: a template that a person saves again ends and signs every contract on it.
            ["contracts"] = Sorted(List("contracts").Where(contract => Text(contract, "status") != "EXPIRED").Select(contract => $"{Partner(contract, "partnerId")}|{templates.GetValueOrDefault(Text(contract, "templateId"), "?")}|{Text(contract, "status")}")),
            ["templates"] = Sorted(templates.Values),
            ["links"] = Sorted(List("links").Select(link => $"{Partner(link, "partnerId")}|{Text(link, "deepLink")}|{Text(link, "customPath")}")),
            ["codes"] = Sorted(List("codes").Select(code => $"{Partner(code, "partnerId")}|{Text(code, "code")}|{Text(code, "state")}|{Text(code, "endDate")}")),
            ["deals"] = Sorted(List("deals").Select(deal => $"{Text(deal, "name")}|{Text(deal, "state")}")),
        };
    }

    /// <summary>URLs of the links of a partner to a page, as the portal would show them.</summary>
    public IEnumerable<string> Links(string partnerId, string destination, string path) => List("links")
        .Where(link => Text(link, "partnerId") == partnerId && Text(link, "deepLink") == destination && Text(link, "customPath") == path)
        .Select(link => Text(link, "url"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();

    private static List<string> Sorted(IEnumerable<string> keys) => [.. keys.Order(StringComparer.Ordinal)];

    private string Partner(JsonElement element, string name) => names.GetValueOrDefault(Text(element, name), Text(element, name));

    private JsonElement.ArrayEnumerator List(string name) => root.GetProperty(name).EnumerateArray();
}
