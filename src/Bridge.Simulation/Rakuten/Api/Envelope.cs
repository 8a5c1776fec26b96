using System.Text.Json.Nodes;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary>Wraps rows and single objects in the shape that the options ask for.</summary>
internal sealed class Envelope(SimulatedRakutenOptions options, string api, string rowsKey, string oneKey, RakutenEnvelope documented)
{
    public SimulatedResponse Page(SimulatedRequest request, IReadOnlyList<JsonObject> rows)
    {
        var (page, refusal) = PageRequest.Of(request);
        if (page is null)
        {
            return refusal!;
        }

        var chosen = rows.Skip((page.Page - 1) * page.Limit).Take(page.Limit).Select(row => (JsonNode)row);
        var metadata = Metadata();
        metadata["page"] = page.Page;
        metadata["limit"] = page.Limit;
        metadata["total"] = rows.Count;
        metadata["_links"] = new JsonObject
        {
            ["prev"] = page.Page > 1 ? Link(page.Page - 1, page.Limit) : "",
            ["next"] = page.Page * page.Limit < rows.Count ? Link(page.Page + 1, page.Limit) : "",
            ["self"] = Link(page.Page, page.Limit),
        };
        return Replies.Json(200, Wrap(metadata, rowsKey, new JsonArray([.. chosen])));
    }

    public SimulatedResponse One(JsonObject row) => Replies.Json(200, Wrap(Metadata(), oneKey, row));

    private JsonObject Wrap(JsonObject metadata, string key, JsonNode content)
    {
        var shape = options.Envelope != RakutenEnvelope.AsDocumented
            ? options.Envelope
            : content is JsonArray ? documented : RakutenEnvelope.Underscore;
        return shape switch
        {
            RakutenEnvelope.DataFirst => new JsonObject { ["message"] = "OK", ["data"] = DataOf(metadata, content) },
            RakutenEnvelope.Plain => new JsonObject { ["metadata"] = metadata, [key] = content },
            _ => new JsonObject { ["_metadata"] = metadata, [key] = content },
        };
    }

    private static JsonArray DataOf(JsonObject metadata, JsonNode content)
    {
        var data = new JsonArray((JsonNode)metadata);
        if (content is not JsonArray rows)
        {
            data.Add(content);
            return data;
        }

        while (rows.Count > 0)
        {
            var row = rows[0];
            rows.RemoveAt(0);
            data.Add(row);
        }

        return data;
    }

    private JsonObject Metadata() => new() { ["api_name_version"] = $"{api}_1.0" };

    /// <summary>Unusable as in the samples: the question mark is missing.</summary>
    private string Link(int page, int limit) => $"https://api.linksynergy.com/v1/{api}page={page}&limit={limit}";
}
