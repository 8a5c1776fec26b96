using System.Globalization;
using System.Text.Json;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Json;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Impact;

/// <summary>One page of a list, whatever form it came in (sheet, section 4).</summary>
/// <param name="Rows">The elements of its list.</param>
/// <param name="Next">Address of the next page, path and query; null on the last page.</param>
/// <param name="Total">Rows of the whole list as impact.com says; null when it does not.</param>
/// <param name="Raw">The page as received.</param>
internal sealed record ImpactPage(IReadOnlyList<JsonElement> Rows, string? Next, long? Total, RawPage Raw)
{
    /// <summary>Reads a page.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="address">Path and query that it answers.</param>
    /// <param name="pageSize">Rows that were asked for.</param>
    /// <param name="keys">Names of the list, newest first.</param>
    /// <exception cref="InvalidDataException">The page promises rows and holds none, or names itself as its next page.</exception>
    public static ImpactPage Read(RailResponse response, string address, int pageSize, params IReadOnlyList<string> keys)
    {
        // A bare null and an empty body are empty lists, too.
        var body = response.Body.Length == 0 ? default : response.Json();
        List<JsonElement> rows = body.ValueKind switch
        {
            JsonValueKind.Array => [.. body.EnumerateArray()],
            JsonValueKind.Object => [.. body.Items([.. keys])],
            _ => [],
        };
        var total = Count(body, "@total");
        if (rows.Count == 0 && total > 0 && Count(body, "@page") is null or 1)
        {
            throw new InvalidDataException($"it counts {total} rows and holds no list named {string.Join(" or ", keys)}");
        }

        return new ImpactPage(rows, Following(body, address, rows.Count, pageSize), total, new RawPage(NameOf(address), "application/json", response.Body));
    }

    /// <summary>
    /// The stop rule that survives all observed variants: follow the next page's address when there is one; else go on while
    /// the page is not the last by number; else stop when the page has fewer rows than were asked for.
    /// </summary>
    private static string? Following(JsonElement body, string address, int rows, int pageSize)
    {
        if (body.ValueKind == JsonValueKind.Object && body.Text("@nextpageuri") is { } next)
        {
            var path = PathOf(next);
            return path != address ? path : throw new InvalidDataException("the page names itself as its next page");
        }

        if (Count(body, "@page") is { } page && Count(body, "@numpages") is { } pages)
        {
            return page < pages ? ImpactAddress.WithPage(address, page + 1) : null;
        }

        // A next page's address that is there and empty marks the last page; without one only the count is left.
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("@nextpageuri", out _))
        {
            return null;
        }

        return rows > 0 && rows >= pageSize ? ImpactAddress.WithPage(address, ImpactAddress.PageOf(address) + 1) : null;
    }

    /// <summary>The address without its host: under pass-through it may come with one, and the credential goes to the connection's own host alone.</summary>
    private static string PathOf(string next) => Uri.TryCreate(next, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https"
        ? absolute.PathAndQuery
        : next.StartsWith('/') ? next : "/" + next;

    private static long? Count(JsonElement body, string name) => body.ValueKind == JsonValueKind.Object ? body.Whole(name) : null;

    /// <summary>Name for the raw page: endpoint and page number, without account or filter values.</summary>
    private static string NameOf(string address) =>
        string.Create(CultureInfo.InvariantCulture, $"{ImpactAddress.EndpointOf(address)}?Page={ImpactAddress.PageOf(address)}");
}
