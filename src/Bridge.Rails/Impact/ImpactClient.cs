using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact;

/// <summary>
/// One method per endpoint of Brand API v14. Lists give pages of JSON elements, writes send forms and give receipts; accept and
/// decline send JSON. Addresses say Campaigns or Programs exactly as documented: scoped tokens check the form.
/// </summary>
/// <param name="http">The connection's client.</param>
/// <param name="options">Its settings.</param>
/// <param name="priority">Lane of its reads.</param>
/// <param name="asWriter">True to read with the token for writes, which proves that token.</param>
internal sealed class ImpactClient(RailHttpClient http, ImpactOptions options, CallPriority priority, bool asWriter = false)
{
    /// <summary>Operation whose 403 is about the link and not about the token.</summary>
    public const string CreateLink = "links.create";

    private string Campaign => $"{options.Prefix}/Campaigns/{options.ProgramId}";

    private string Program => $"{options.Prefix}/Programs/{options.ProgramId}";

    public Task<WireProgram> GetProgramAsync(CancellationToken cancellationToken) =>
        GetAsync("programs.get", Campaign, "/Campaigns/{id}", response => Object(response, ImpactJson.Default.WireProgram), cancellationToken);

    public Task<ImpactPage> ListPartnersAsync(string? address, DateTimeOffset? changedSince, int? pageSize, CancellationToken cancellationToken) =>
        ListAsync(
            "partners.list",
            address ?? List($"{options.Prefix}/MediaPartners", pageSize, new KeyValuePair<string, string?>("startDate", changedSince is { } since ? ImpactTime.Write(since) : null)),
            "/MediaPartners",
            ["Partners", "MediaPartners"],
            pageSize,
            cancellationToken);

    public Task<WirePartner> GetPartnerAsync(string id, CancellationToken cancellationToken) => GetAsync(
        "partners.get", $"{options.Prefix}/MediaPartners/{Escape(id)}", "/MediaPartners/{id}", response => Object(response, ImpactJson.Default.WirePartner), cancellationToken);

    public Task<ImpactPage> ListGroupsAsync(string? address, int? pageSize, CancellationToken cancellationToken) =>
        ListAsync("groups.list", address ?? List($"{Campaign}/MediaPartnerGroups", pageSize), "/Campaigns/{id}/MediaPartnerGroups", ["Groups", "MediaPartnerGroups"], pageSize, cancellationToken);

    public Task<WirePartnerGroup> GetGroupAsync(string id, CancellationToken cancellationToken) => GetAsync(
        "groups.get", $"{Campaign}/MediaPartnerGroups/{Escape(id)}", "/Campaigns/{id}/MediaPartnerGroups/{id}", response => Object(response, ImpactJson.Default.WirePartnerGroup), cancellationToken);

    public Task<ImpactPage> ListContractsAsync(string? address, string status, DateTimeOffset? changedSince, int? pageSize, CancellationToken cancellationToken) =>
        ListAsync(
            "contracts.list",
            address ?? List($"{Campaign}/Contracts", pageSize, new("Status", status), new("DateLastUpdatedAfter", changedSince is { } since ? ImpactTime.Write(since) : null)),
            "/Campaigns/{id}/Contracts",
            ["Contracts"],
            pageSize,
            cancellationToken);

    /// <summary>A single contract as a JSON element: it alone shows campaign terms.</summary>
    public Task<JsonElement> GetContractAsync(string id, CancellationToken cancellationToken) =>
        GetAsync("contracts.get", $"{Campaign}/Contracts/{Escape(id)}", "/Campaigns/{id}/Contracts/{id}", response => response.Json(), cancellationToken);

    public Task<ImpactPage> ListCodesAsync(string? address, string? code, int? pageSize, CancellationToken cancellationToken) =>
        ListAsync(
            "codes.list",
            address ?? List($"{options.Prefix}/PromoCodes", pageSize, new("CampaignId", options.ProgramId), new("Code", code)),
            "/PromoCodes",
            ["PromoCodes"],
            pageSize,
            cancellationToken);

    public Task<ImpactPage> ListDealsAsync(string? address, int? pageSize, CancellationToken cancellationToken) =>
        ListAsync("deals.list", address ?? List($"{options.Prefix}/Deals", pageSize, new KeyValuePair<string, string?>("CampaignId", options.ProgramId)), "/Deals", ["Deals"], pageSize, cancellationToken);

    /// <param name="address">Address of a later page; null for the first.</param>
    /// <param name="from">First second of the events.</param>
    /// <param name="until">Last second of the events, at most 45 days later.</param>
    /// <param name="pageSize">Rows of a page, from 2,000 to 20,000.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ImpactPage> ListActionsAsync(string? address, DateTimeOffset from, DateTimeOffset until, int pageSize, CancellationToken cancellationToken) =>
        ListAsync(
            "actions.list",
            address ?? List(
                $"{options.Prefix}/Actions",
                pageSize,
                new("CampaignId", options.ProgramId),
                new("ActionDateStart", ImpactTime.Write(from)),
                new("ActionDateEnd", ImpactTime.Write(until))),
            "/Actions",
            ["Actions"],
            pageSize,
            cancellationToken);

    public Task<WriteReceipt> CreatePartnerAsync(IEnumerable<KeyValuePair<string, string>> form, WriteContext context, CancellationToken cancellationToken) =>
        WriteAsync("partners.create", HttpMethod.Post, $"{options.Prefix}/MediaPartners", "/MediaPartners", form, context, response => ImpactReceipt.Created(response, "MediaPartners"), cancellationToken);

    public Task<WriteReceipt> SetPartnerValuesAsync(string id, IEnumerable<KeyValuePair<string, string>> form, WriteContext context, CancellationToken cancellationToken) =>
        WriteAsync("partners.values", HttpMethod.Put, $"{options.Prefix}/MediaPartners/{Escape(id)}", "/MediaPartners/{id}", form, context, response => ImpactReceipt.Changed(response, id), cancellationToken);

    public Task<WriteReceipt> CreateGroupAsync(string name, WriteContext context, CancellationToken cancellationToken) => WriteAsync(
        "groups.create", HttpMethod.Post, $"{Campaign}/MediaPartnerGroups", "/Campaigns/{id}/MediaPartnerGroups", [new("Name", name)], context, response => ImpactReceipt.Created(response, "MediaPartnerGroups"), cancellationToken);

    /// <param name="id">The group.</param>
    /// <param name="parameter"><c>MediaPartnersAdd</c> or <c>MediaPartnersRemove</c>.</param>
    /// <param name="partners">Comma list of partner ids.</param>
    /// <param name="context">Intent and permit.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<WriteReceipt> ChangeGroupAsync(string id, string parameter, string partners, WriteContext context, CancellationToken cancellationToken) => WriteAsync(
        "groups.members", HttpMethod.Put, $"{Campaign}/MediaPartnerGroups/{Escape(id)}", "/Campaigns/{id}/MediaPartnerGroups/{id}", [new(parameter, partners)], context, response => ImpactReceipt.Changed(response, id), cancellationToken);

    public Task<WriteReceipt> DeleteGroupAsync(string id, WriteContext context, CancellationToken cancellationToken) => WriteAsync(
        "groups.delete", HttpMethod.Delete, $"{Campaign}/MediaPartnerGroups/{Escape(id)}", "/Campaigns/{id}/MediaPartnerGroups/{id}", null, context, response => ImpactReceipt.Changed(response, id), cancellationToken);

    /// <summary>Accepts a pending contract, or declines it: a DELETE with a body.</summary>
    public Task<WriteReceipt> DecideAsync(WireDecision decision, bool accept, WriteContext context, CancellationToken cancellationToken)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(decision, ImpactJson.Default.WireDecision));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(
            accept ? "contracts.accept" : "contracts.decline",
            accept ? HttpMethod.Post : HttpMethod.Delete,
            $"{Program}/Contracts",
            "/Programs/{id}/Contracts",
            body,
            context,
            response => ImpactReceipt.Changed(response, decision.ContractId),
            cancellationToken);
    }

    /// <summary>Makes a tracking link: the partner goes into the query, everything else into the form (older pages put all into the query).</summary>
    public Task<(string Url, string Hash)> CreateLinkAsync(string partnerId, IEnumerable<KeyValuePair<string, string>> form, WriteContext context, CancellationToken cancellationToken) => WriteAsync(
        CreateLink, HttpMethod.Post, ImpactAddress.Of($"{Program}/TrackingLinks", new KeyValuePair<string, string?>("MediaPartnerId", partnerId)), "/Programs/{id}/TrackingLinks", form, context, ImpactReceipt.Link, cancellationToken);

    public Task<WriteReceipt> CreateCodeAsync(IEnumerable<KeyValuePair<string, string>> form, WriteContext context, CancellationToken cancellationToken) =>
        WriteAsync("codes.create", HttpMethod.Post, $"{options.Prefix}/PromoCodes", "/PromoCodes", form, context, response => ImpactReceipt.Created(response, "PromoCodes"), cancellationToken);

    /// <summary>Expires a code; the record stays.</summary>
    public Task<WriteReceipt> ExpireCodeAsync(string id, WriteContext context, CancellationToken cancellationToken) =>
        WriteAsync("codes.expire", HttpMethod.Delete, $"{options.Prefix}/PromoCodes/{Escape(id)}", "/PromoCodes/{id}", null, context, response => ImpactReceipt.Changed(response, id), cancellationToken);

    public Task<WriteReceipt> CreateDealAsync(IEnumerable<KeyValuePair<string, string>> form, WriteContext context, CancellationToken cancellationToken) =>
        WriteAsync("deals.create", HttpMethod.Post, $"{options.Prefix}/Deals", "/Deals", form, context, response => ImpactReceipt.Created(response, "Deals"), cancellationToken);

    public Task<WriteReceipt> DeleteDealAsync(string id, WriteContext context, CancellationToken cancellationToken) =>
        WriteAsync("deals.delete", HttpMethod.Delete, $"{options.Prefix}/Deals/{Escape(id)}", "/Deals/{id}", null, context, response => ImpactReceipt.Changed(response, id), cancellationToken);

    private static string Escape(string id) => Uri.EscapeDataString(id);

    private static T Object<T>(RailResponse response, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(response.Json(), type) ?? throw new InvalidDataException("the answer is empty");

    private string List(string path, int? pageSize, params IReadOnlyList<KeyValuePair<string, string?>> filters) =>
        ImpactAddress.Of(path, [.. filters, new("PageSize", (pageSize ?? options.PageSize).ToString(CultureInfo.InvariantCulture))]);

    private async Task<ImpactPage> ListAsync(string operation, string address, string template, string[] keys, int? pageSize, CancellationToken cancellationToken) =>
        await GetAsync(operation, address, template, response => ImpactPage.Read(response, address, pageSize ?? options.PageSize, keys), cancellationToken);

    private async Task<T> GetAsync<T>(string operation, string address, string template, Func<RailResponse, T> read, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        return await http.SendAsync(message, RailRequest.Read(operation) with { PathTemplate = template, Priority = priority, AsWriter = asWriter }, read, cancellationToken);
    }

    private Task<T> WriteAsync<T>(string operation, HttpMethod method, string address, string template, IEnumerable<KeyValuePair<string, string>>? form, WriteContext context, Func<RailResponse, T> read, CancellationToken cancellationToken) =>
        SendAsync(operation, method, address, template, form is null ? null : new FormUrlEncodedContent(form), context, read, cancellationToken);

    private async Task<T> SendAsync<T>(string operation, HttpMethod method, string address, string template, HttpContent? body, WriteContext context, Func<RailResponse, T> read, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body };
        return await http.SendAsync(message, RailRequest.Write(operation, context.Grant, context.Intent) with { PathTemplate = template }, read, cancellationToken);
    }
}
