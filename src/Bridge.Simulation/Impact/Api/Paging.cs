using System.Globalization;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Impact.Api;

/// <summary>The paged envelope: rows under a key of their own, paging values as strings beside it.</summary>
internal static class Paging
{
    /// <summary>Answers one page.</summary>
    /// <param name="call">The call.</param>
    /// <param name="key">Key of the rows.</param>
    /// <param name="rows">All rows that meet the filters, in the endpoint's order.</param>
    /// <param name="write">Writes one row.</param>
    /// <param name="size">Rows per page; null for what the caller asks for within the usual bounds.</param>
    public static ApiReply Page<T>(ApiCall call, string key, IReadOnlyList<T> rows, Action<ApiJson, T> write, int? size = null)
    {
        var settings = call.World.Settings;
        var pageSize = size ?? Math.Min((int)(call.Fields.Number("PageSize") ?? settings.PageSize), settings.MaxPageSize);
        var page = (int)(call.Fields.Number("Page") ?? 1);
        if (pageSize < 1)
            call.Fields.Error("PageSize", "PageSize must be at least 1.");
        if (page < 1)
            call.Fields.Error("Page", "Page must be at least 1.");
        if (call.Fields.Errors.Count > 0)
            return call.Invalid();
        if (rows.Count == 0 && settings.EmptyList == EmptyListStyle.NullBody)
            return new ApiReply(200, "null"u8.ToArray());

        var first = (int)Math.Min((long)(page - 1) * pageSize, rows.Count);
        var shown = rows.Skip(first).Take(pageSize).ToList();
        return call.Ok(json =>
        {
            Envelope(call, json, page, pageSize, rows.Count, first, shown.Count);
            json.Subject = call.Request.Path;
            if (shown.Count > 0 || settings.EmptyList == EmptyListStyle.EmptyArray)
                json.Array(key, shown, row => write(json, row));
        });
    }

    private static void Envelope(ApiCall call, ApiJson json, int page, int size, int total, int first, int shown)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        Text("page", page);
        Text("numpages", pages);
        Text("pagesize", size);
        Text("total", total);
        Text("start", first);
        Text("end", Math.Max(first, first + shown - 1));
        json.Text("@uri", Address(page));
        json.Text("@firstpageuri", Address(1));
        json.Text("@previouspageuri", page > 1 ? Address(page - 1) : null);
        json.Text("@nextpageuri", page < pages ? Address(page + 1) : null);
        json.Text("@lastpageuri", Address(pages));

        void Text(string name, int value) => json.Text($"@{name}", value.ToString(CultureInfo.InvariantCulture));

        string Address(int target)
        {
            var kept = call.Request.Query.Where(pair => pair.Key is not ("Page" or "PageSize"))
                .Append(new("PageSize", size.ToString(CultureInfo.InvariantCulture)))
                .Append(new("Page", target.ToString(CultureInfo.InvariantCulture)))
                .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
            var origin = call.IsPassThrough && call.World.Settings.AbsolutePassThroughLinks
                ? $"{call.Request.Header(SimulatedHeaders.Scheme)}://{call.Request.Header("Host")}"
                : string.Empty;
            return $"{origin}{call.Request.Path}?{string.Join('&', kept)}";
        }
    }
}
