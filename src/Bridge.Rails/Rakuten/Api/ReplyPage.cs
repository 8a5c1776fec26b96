using System.Text.Json;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Json;

namespace Bridge.Rails.Rakuten.Api;

/// <summary>
/// Rows of one reply. Samples, schema and working clients disagree on the envelope: paging facts stand in <c>_metadata</c>, in
/// <c>metadata</c>, or are the first element of <c>data</c>. All three are read.
/// </summary>
/// <param name="Rows">Rows, or the one object of a single reply.</param>
/// <param name="Total">Rows in all; null when the reply does not say.</param>
internal sealed record ReplyPage(IReadOnlyList<JsonElement> Rows, long? Total)
{
    /// <summary>Takes a reply apart.</summary>
    /// <param name="response">Reply.</param>
    /// <param name="names">Names under which rows may stand.</param>
    public static ReplyPage Of(RailResponse response, params ReadOnlySpan<string> names)
    {
        var root = response.Json();
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new RailFieldException(names[0], "is missing: the reply is no object");
        }

        if (root.Member("data") is { ValueKind: JsonValueKind.Array } data)
        {
            var items = data.EnumerateArray().ToList();
            return items is [{ ValueKind: JsonValueKind.Object } first, ..] && first.Member("api_name_version", "total") is not null
                ? new ReplyPage(items[1..], first.Whole("total"))
                : new ReplyPage(items, null);
        }

        return new ReplyPage([.. root.Items(names)], root.Member("_metadata", "metadata")?.Whole("total"));
    }
}
