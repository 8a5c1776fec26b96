using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary>The Reporting API: saved reports as CSV, by a token in the query, only a few at the same time.</summary>
internal sealed class ReportDesk(RakutenPack pack, SimulatedRakutenOptions options, TimeProvider time)
{
    private readonly List<DateTimeOffset> _running = [];

    public SimulatedResponse Run(string language, string key, SimulatedRequest request)
    {
        if (request.QueryValue("token") != options.ReportToken)
        {
            return Refuse(403, "Access denied");
        }

        var now = time.GetUtcNow();
        _running.RemoveAll(end => end <= now);
        if (_running.Count >= options.ConcurrentReports)
        {
            return Refuse(429, "Too many requests: wait until another query has finished");
        }

        if (key != options.ActivityReportKey && key != options.OrderReportKey)
        {
            return Replies.Json(400, new JsonObject { ["errors"] = new JsonArray($"No saved report has the key {key}") });
        }

        var style = Style(language, request.QueryValue("date_format"));
        if (style is null)
        {
            return Refuse(400, "date_format must be one of M/D/YY, YYYY-MM-DD, DD.MM.YYYY");
        }

        if (Date(request.QueryValue("start_date")) is not { } from || Date(request.QueryValue("end_date")) is not { } until || until < from)
        {
            return Refuse(400, "start_date and end_date are required as YYYY-MM-DD, in this order");
        }

        _running.Add(now + options.ReportLatency);
        var rows = pack.ReportRows
            .Where(row => row.OrderId is null == (key == options.ActivityReportKey))
            .Where(row => row.TransactionDate >= from && row.TransactionDate <= until)
            .ToList();
        return new SimulatedResponse(
            200,
            [new("Content-Type", "text/csv;charset=UTF-8")],
            Write(language, rows, style, request.QueryValue("include_summary") == "Y"))
        {
            Latency = options.ReportLatency,
        };
    }

    private static SimulatedResponse Refuse(int status, string message) =>
        Replies.Json(status, new JsonObject { ["code"] = status, ["message"] = message });

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private RowStyle? Style(string language, string? dateFormat)
    {
        var style = (options.LocalisedReports, language) switch
        {
            (true, "de") => RowStyle.German,
            (true, "fr") => RowStyle.IsoFrench,
            _ => RowStyle.American,
        };
        return dateFormat switch
        {
            null => style,
            "M/D/YY" => style with { DateFormat = RowStyle.American.DateFormat },
            "YYYY-MM-DD" => style with { DateFormat = RowStyle.Iso.DateFormat },
            "DD.MM.YYYY" => style with { DateFormat = RowStyle.German.DateFormat },
            _ => null,
        };
    }

    private byte[] Write(string language, List<RakutenReportRow> rows, RowStyle style, bool summary)
    {
        using var stream = new MemoryStream();
        using (var writer = new PackFileWriter(
            "report", stream, FileDialect.Dashboard(style), ReportHeaders.In(options.LocalisedReports ? language : "en"), dirt: false))
        {
            foreach (var row in rows)
            {
                writer.Record(ReportColumns.Fields(row, style));
            }

            if (summary)
            {
                writer.Total(ReportColumns.Total(
                    "Total",
                    rows.Sum(row => row.Impressions),
                    rows.Sum(row => row.Clicks),
                    rows.Sum(row => row.Orders),
                    rows.Sum(row => row.Sales),
                    rows.Sum(row => row.Commission),
                    style));
            }
        }

        return stream.ToArray();
    }
}
