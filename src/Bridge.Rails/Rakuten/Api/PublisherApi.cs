using System.Globalization;
using System.Text.Json;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Json;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Rakuten.Terms;

namespace Bridge.Rails.Rakuten.Api;

/// <summary>
/// Offers and commissioning lists as a house publisher account sees them: baseline and public offers, and the private ones
/// addressed to it. Offers are bounded by the program, so they are held.
/// </summary>
internal sealed class PublisherApi : IAsyncDisposable
{
    private const int Limit = 200;
    private const int LastPage = 1000;
    private static readonly string[] Passes = ["active", "available", "upcoming"];
    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    private readonly RakutenOptions options;
    private readonly TimeProvider time;
    private readonly RailHttpClient tokens;
    private readonly RailHttpClient client;

    public PublisherApi(RakutenOptions options, PublisherApiOptions api, RailEnvironment environment)
    {
        this.options = options;
        time = environment.Time;
        tokens = RailHttpClientFactory.Create(RakutenHttp.Options(options, environment, api.BaseUrl, RakutenHttp.Token, $"{api.PublisherSid}-token"));
        client = RailHttpClientFactory.Create(RakutenHttp.Options(options, environment, api.BaseUrl, RakutenHttp.Publisher, api.PublisherSid) with
        {
            Credential = RailCredential.Token(new RakutenToken(tokens, api).FetchAsync, environment.Time),
        });
    }

    /// <summary>Budget of the account.</summary>
    public IRateBudgetView RateBudget => client.Pacer;

    /// <summary>Every offer that the account sees of this advertiser, each once: three passes, since the state is a required filter.</summary>
    public async Task<IReadOnlyList<Offer>> OffersAsync(CancellationToken cancellationToken)
    {
        var offers = new List<Offer>();
        var seen = new HashSet<(string? Advertiser, string Goid, string Number)>();
        foreach (var pass in Passes)
        {
            await foreach (var row in RowsAsync("offers.list", "v1/offers", $"offer_status={pass}&advertiser={options.AdvertiserId}", ["offers"], cancellationToken))
            {
                var advertiser = row.Member("advertiser")?.Text("id");
                var offer = Read(row, () => OfferReader.Read(row), "offers.list");
                if ((advertiser is null || advertiser == options.AdvertiserId) && seen.Add((advertiser, offer.Goid, offer.Number)))
                {
                    offers.Add(offer);
                }
            }
        }

        return offers;
    }

    /// <summary>Every commissioning list of this advertiser with its members.</summary>
    public async Task<IReadOnlyList<(string Name, IReadOnlyList<string> Members)>> ListsAsync(CancellationToken cancellationToken)
    {
        var heads = new List<(string Id, string Name)>();
        await foreach (var row in RowsAsync("lists.list", "v1/commissioninglists", $"advertiser={options.AdvertiserId}", ["commissioninglists"], cancellationToken))
        {
            heads.Add(Read(row, () => (row.RequiredText("list_id"), row.RequiredText("list_name")), "lists.list"));
        }

        var lists = new List<(string Name, IReadOnlyList<string> Members)>();
        foreach (var (id, name) in heads.DistinctBy(head => head.Id))
        {
            var reply = await GetAsync("lists.get", "/v1/commissioninglists/{id}", $"v1/commissioninglists/{Uri.EscapeDataString(id)}", ["commissioninglists", "commissioninglist"], cancellationToken);
            lists.Add((name, [.. reply.Rows.SelectMany(Members)]));
        }

        return lists;
    }

    /// <summary>One small call, to see whether credentials and entitlement hold; the number of active offers, null when it is not told.</summary>
    public async Task<long?> ProbeAsync(CancellationToken cancellationToken) =>
        (await GetAsync("offers.probe", "/v1/offers", $"v1/offers?offer_status=active&advertiser={options.AdvertiserId}&limit=1&page=1", ["offers"], cancellationToken)).Total;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await tokens.DisposeAsync();
    }

    /// <summary>Members stand under a key named after the field; only the one for customer states is published.</summary>
    private static IEnumerable<string> Members(JsonElement list) => list.ValueKind != JsonValueKind.Object
        ? []
        : list.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Array && member.Name is not "offers")
            .SelectMany(member => member.Value.EnumerateArray())
            .Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .Select(value => value.ToString());

    private async IAsyncEnumerable<JsonElement> RowsAsync(
        string operation, string path, string query, string[] names, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = 0L;
        for (var page = 1; page <= LastPage; page++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{path}?{query}&limit={Limit}&page={page}");
            var reply = await GetAsync(operation, $"/{path}", address, names, cancellationToken);
            foreach (var row in reply.Rows)
            {
                yield return row;
            }

            // The links of the samples are no usable addresses, so pages are counted.
            read += reply.Rows.Count;
            if (reply.Rows.Count == 0 || read >= (reply.Total ?? long.MaxValue) || (reply.Total is null && reply.Rows.Count < Limit))
            {
                yield break;
            }
        }
    }

    private async Task<ReplyPage> GetAsync(string operation, string template, string address, string[] names, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(operation, template, address, names, cancellationToken);
        }
        catch (RailAuthenticationException exception) when (exception is { Status: 403, RailCode: RakutenErrors.Unclear403 })
        {
            // It may have been the rate. If it is the same after a minute, the account is not entitled.
            await Task.Delay(RateWindow, time, cancellationToken);
            return await SendAsync(operation, template, address, names, cancellationToken);
        }
    }

    private async Task<ReplyPage> SendAsync(string operation, string template, string address, string[] names, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        return await client.SendAsync(message, RailRequest.Read(operation) with { PathTemplate = template }, response => ReplyPage.Of(response, names), cancellationToken);
    }

    private T Read<T>(JsonElement row, Func<T> read, string operation)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is RailFieldException or InvalidOperationException)
        {
            var context = new RailErrorContext { Rail = RakutenDescriptor.RailId, Connection = options.Connection, Operation = operation };
            throw new RailContractException(context, exception is RailFieldException ? exception.Message : $"a {row.ValueKind} stands where a row is promised");
        }
    }
}
