using System.Globalization;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten.Api;

/// <summary>
/// Saved reports, fetched month by month. Each month is one source of rows like a file; it is held in memory while it is read
/// and fetched again by the next reader.
/// </summary>
internal sealed class ReportingApi : IAsyncDisposable
{
    private const int WindowDays = 31;

    private readonly RakutenOptions options;
    private readonly ReportingApiOptions api;
    private readonly RailHttpClient client;

    public ReportingApi(RakutenOptions options, ReportingApiOptions api, RailEnvironment environment)
    {
        this.options = options;
        this.api = api;
        client = RailHttpClientFactory.Create(RakutenHttp.Options(options, environment, api.BaseUrl, RakutenHttp.Reports, $"reports-{options.AdvertiserId}") with
        {
            Credential = RailCredential.Query("token", api.Token),
            Headers = new Dictionary<string, string> { ["Accept"] = "text/csv, application/json" },
        });
    }

    /// <summary>Budget of the account.</summary>
    public IRateBudgetView RateBudget => client.Pacer;

    /// <summary>The windows of all saved reports up to a day, oldest first.</summary>
    public IReadOnlyList<TableFile> Windows(DateOnly until)
    {
        var windows = new List<TableFile>();
        foreach (var key in api.Keys)
        {
            for (var from = until.AddDays(1 - api.Days); from <= until; from = from.AddDays(WindowDays))
            {
                var start = from;
                var last = from.AddDays(WindowDays - 1);
                windows.Add(Window(key, start, last < until ? last : until));
            }
        }

        return windows;
    }

    /// <summary>The last day of the first report, to see whether token and key hold; the number of bytes.</summary>
    public async Task<long> ProbeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var stream = await FetchAsync(api.Keys[0], day, day, cancellationToken);
        return stream.Length;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => client.DisposeAsync();

    private TableFile Window(string key, DateOnly from, DateOnly until) => new()
    {
        Schema = ExportSchemas.Of(ExportKind.Report),
        Forms = options.Forms,
        Name = string.Create(CultureInfo.InvariantCulture, $"report {key} {from:yyyy-MM-dd} to {until:yyyy-MM-dd}"),
        OpenAsync = cancellationToken => FetchAsync(key, from, until, cancellationToken),
    };

    private async Task<Stream> FetchAsync(string key, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"start_date={from:yyyy-MM-dd}&end_date={until:yyyy-MM-dd}&include_summary=N&date_type=transaction&date_format=YYYY-MM-DD");
        query += options.Forms.Zone.Equals(TimeZoneInfo.Utc) ? "&tz=GMT" : "";
        query += api.Network is { } network ? $"&network={Uri.EscapeDataString(network)}" : "";
        using var message = new HttpRequestMessage(
            HttpMethod.Get, $"{Uri.EscapeDataString(api.Language)}/reports/{Uri.EscapeDataString(key)}/filters?{query}");
        var response = await client.SendAsync(
            message, RailRequest.Read("reports.run") with { PathTemplate = "/{language}/reports/{key}/filters" }, cancellationToken);
        return new MemoryStream(response.Body.ToArray(), writable: false);
    }
}
