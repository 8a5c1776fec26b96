using System.Text.Json.Nodes;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Model.Identity;

namespace Bridge.Cli.Output;

/// <summary>Pieces that several results have in common.</summary>
internal static class Json
{
    /// <summary>An array.</summary>
    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node)
    {
        var array = new JsonArray();
        foreach (var item in items)
        {
            array.Add(node(item));
        }

        return array;
    }

    /// <summary>Counts by name.</summary>
    public static JsonObject Counts(IEnumerable<NamedCount> counts)
    {
        var json = new JsonObject();
        foreach (var count in counts)
        {
            json[count.Name] = count.Count;
        }

        return json;
    }

    /// <summary>The conservation rule by entity.</summary>
    public static JsonObject Entities(IEnumerable<EntityTotals> entities)
    {
        var json = new JsonObject();
        foreach (var totals in entities)
        {
            json[EntityNames.Of(totals.Entity)] = new JsonObject
            {
                ["extracted"] = totals.Extracted,
                ["created"] = totals.Created,
                ["updated"] = totals.Updated,
                ["unchanged"] = totals.Unchanged,
                ["adopted"] = totals.Adopted,
                ["skipped"] = totals.Skipped,
                ["blocked"] = totals.Blocked,
                ["manual"] = totals.Manual,
                ["balanced"] = totals.Balanced(),
            };
        }

        return json;
    }

    /// <summary>The sum of the steps.</summary>
    public static JsonObject Steps(StepSums steps) => new()
    {
        ["planned"] = steps.Planned,
        ["done"] = steps.Done,
        ["waiting"] = steps.Waiting,
        ["declined"] = steps.Declined,
        ["failed"] = steps.Failed,
        ["unknown"] = steps.Unknown,
        ["cancelled"] = steps.Cancelled,
        ["notStarted"] = steps.NotStarted,
        ["balanced"] = steps.Balanced(),
    };

    /// <summary>The same by kind of object.</summary>
    public static JsonObject Kinds(IEnumerable<KindSums> kinds)
    {
        var json = new JsonObject();
        foreach (var kind in kinds)
        {
            json[EntityNames.Of(kind.Entity)] = Steps(kind.Steps);
        }

        return json;
    }

    /// <summary>A list of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => Array(texts, text => JsonValue.Create(text));
}
