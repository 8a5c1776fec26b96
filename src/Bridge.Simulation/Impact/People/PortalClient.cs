using System.Text;
using System.Text.Json;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact.Portal;

namespace Bridge.Simulation.Impact.People;

/// <summary>The web app over its control endpoints.</summary>
/// <param name="client">Client whose base address is the rail's.</param>
/// <param name="programId">Program that the person works in; null for the account's first one.</param>
public sealed class PortalClient(HttpClient client, string? programId = null) : IImpactPortal
{
    /// <summary>The web app of a rail in this process.</summary>
    public static PortalClient InProcess(SimulatedImpact rail, TimeProvider time) =>
        new(new HttpClient(new InProcessRailHandler(rail, time)) { BaseAddress = new Uri("http://127.0.0.1/") });

    /// <inheritdoc/>
    public async Task<string> CreateTemplateAsync(string formJson, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync("template-terms", formJson, cancellationToken);
        return answer.RootElement.GetProperty("templateId").GetString()!;
    }

    /// <inheritdoc/>
    public Task ChangeTemplateAsync(string templateId, string formJson, CancellationToken cancellationToken) =>
        DoAsync($"template-terms/{templateId}", formJson, cancellationToken);

    /// <inheritdoc/>
    public async Task<ImportResult> ImportPartnersAsync(string csv, string? templateId, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync(templateId is null ? "partner-import" : $"partner-import?templateId={templateId}", csv, cancellationToken);
        return Import(answer.RootElement);
    }

    /// <inheritdoc/>
    public async Task<string> ImportProspectsAsync(string csv, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync("prospect-import", csv, cancellationToken);
        return answer.RootElement.GetProperty("id").GetString()!;
    }

    /// <inheritdoc/>
    public async Task<ImportResult> ImportAsync(string id, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"imports/{id}", null, cancellationToken);
        return Import(answer.RootElement);
    }

    /// <inheritdoc/>
    public Task<string> ImportTemplateAsync(string tool, CancellationToken cancellationToken) => TextAsync($"import-template?tool={Uri.EscapeDataString(tool)}", cancellationToken);

    /// <inheritdoc/>
    public Task<string> ImportResultFileAsync(string id, CancellationToken cancellationToken) => TextAsync($"imports/{Uri.EscapeDataString(id)}/result", cancellationToken);

    /// <inheritdoc/>
    public Task InviteAsync(string formJson, CancellationToken cancellationToken) => DoAsync("invite", formJson, cancellationToken);

    /// <inheritdoc/>
    public Task SwitchContractAsync(string formJson, CancellationToken cancellationToken) => DoAsync("contracts/switch", formJson, cancellationToken);

    /// <inheritdoc/>
    public Task PermitHostAsync(string formJson, CancellationToken cancellationToken) => DoAsync("permitted-hosts", formJson, cancellationToken);

    /// <inheritdoc/>
    public Task ActivateProgramAsync(CancellationToken cancellationToken) => DoAsync("activate", "{}", cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> FindContactAsync(string website, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"contact?website={Uri.EscapeDataString(website)}", null, cancellationToken);
        return Text(answer.RootElement, "email");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenInvitation>> OpenInvitationsAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, "invitations", null, cancellationToken);
        return
        [
            .. answer.RootElement.GetProperty("invitations").EnumerateArray().Select(one => new OpenInvitation(
                one.GetProperty("id").GetString()!, one.GetProperty("name").GetString()!, Text(one, "value1"), one.GetProperty("sentAt").GetDateTimeOffset())),
        ];
    }

    /// <inheritdoc/>
    public Task AcceptAsync(string invitationId, CancellationToken cancellationToken) => DoAsync($"invitations/{invitationId}/accept", "{}", cancellationToken);

    /// <inheritdoc/>
    public Task RefuseAsync(string invitationId, CancellationToken cancellationToken) => DoAsync($"invitations/{invitationId}/refuse", "{}", cancellationToken);

    private async Task<string> TextAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri($"/__portal/{path}", UriKind.Relative), cancellationToken);
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        if (response.IsSuccessStatusCode)
            return text;

        using var error = JsonDocument.Parse(text);
        throw new PortalException(Text(error.RootElement, "error") ?? $"The portal answered {(int)response.StatusCode}.");
    }

    private async Task DoAsync(string path, string body, CancellationToken cancellationToken) =>
        (await PostAsync(path, body, cancellationToken)).Dispose();

    private Task<JsonDocument> PostAsync(string path, string body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, cancellationToken);

    private async Task<JsonDocument> SendAsync(HttpMethod method, string path, string? body, CancellationToken cancellationToken)
    {
        var program = programId is null ? "" : $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}program={programId}";
        using var request = new HttpRequestMessage(method, $"/__portal/{path}{program}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8);
        using var response = await client.SendAsync(request, cancellationToken);
        var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        if (response.IsSuccessStatusCode)
            return document;

        using (document)
        {
            throw new PortalException(Text(document.RootElement, "error") ?? $"The portal answered {(int)response.StatusCode}.");
        }
    }

    private static ImportResult Import(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("dryRun").GetBoolean(),
        json.GetProperty("finished").GetBoolean(),
        [
            .. json.GetProperty("rows").EnumerateArray().Select(row => new ImportRow(
                row.GetProperty("row").GetInt32(),
                row.GetProperty("outcome").GetString()!,
                Text(row, "partnerId") is { } partner ? long.Parse(partner, System.Globalization.CultureInfo.InvariantCulture) : null,
                Text(row, "message"))),
        ]);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
