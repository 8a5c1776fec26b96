using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Impact.Portal;

namespace Bridge.Cli.Tests;

/// <summary>The portal in the hands of somebody who types one lock date wrong, in the template that most partners have.</summary>
/// <param name="portal">The portal.</param>
/// <param name="state">The present state of the rail.</param>
internal sealed class WrongLockPortal(IImpactPortal portal, Func<string> state) : IImpactPortal
{
    private string? wrong;

    /// <summary>The template with the wrong date.</summary>
    public string Template => wrong ?? throw new InvalidOperationException("No template was built with a wrong lock.");

    /// <summary>How many contracts it had when somebody came to correct it.</summary>
    public List<int> AttachedWhenCorrected { get; } = [];

    /// <summary>Contracts of a template.</summary>
    public static int Count(string state, string template) =>
        JsonNode.Parse(state)!["contracts"]!.AsArray().Count(contract => (string)contract!["templateId"]! == template);

    public async Task<string> CreateTemplateAsync(string formJson, CancellationToken cancellationToken)
    {
        var form = JsonNode.Parse(formJson)!;
        var slips = wrong is null && formJson.Contains("Baseline", StringComparison.Ordinal) && Shift(form) > 0;
        var id = await portal.CreateTemplateAsync(slips ? form.ToJsonString() : formJson, cancellationToken);
        wrong ??= slips ? id : null;
        return id;
    }

    public Task ChangeTemplateAsync(string templateId, string formJson, CancellationToken cancellationToken)
    {
        if (templateId == wrong)
        {
            AttachedWhenCorrected.Add(Count(state(), templateId));
        }

        return portal.ChangeTemplateAsync(templateId, formJson, cancellationToken);
    }

    public Task<ImportResult> ImportPartnersAsync(string csv, string? templateId, CancellationToken cancellationToken) => portal.ImportPartnersAsync(csv, templateId, cancellationToken);

    public Task<string> ImportProspectsAsync(string csv, CancellationToken cancellationToken) => portal.ImportProspectsAsync(csv, cancellationToken);

    public Task<ImportResult> ImportAsync(string id, CancellationToken cancellationToken) => portal.ImportAsync(id, cancellationToken);

    public Task<string> ImportTemplateAsync(string tool, CancellationToken cancellationToken) => portal.ImportTemplateAsync(tool, cancellationToken);

    public Task<string> ImportResultFileAsync(string id, CancellationToken cancellationToken) => portal.ImportResultFileAsync(id, cancellationToken);

    public Task InviteAsync(string formJson, CancellationToken cancellationToken) => portal.InviteAsync(formJson, cancellationToken);

    public Task SwitchContractAsync(string formJson, CancellationToken cancellationToken) => portal.SwitchContractAsync(formJson, cancellationToken);

    public Task PermitHostAsync(string formJson, CancellationToken cancellationToken) => portal.PermitHostAsync(formJson, cancellationToken);

    public Task ActivateProgramAsync(CancellationToken cancellationToken) => portal.ActivateProgramAsync(cancellationToken);

    public Task<string?> FindContactAsync(string website, CancellationToken cancellationToken) => portal.FindContactAsync(website, cancellationToken);

    public Task<IReadOnlyList<OpenInvitation>> OpenInvitationsAsync(CancellationToken cancellationToken) => portal.OpenInvitationsAsync(cancellationToken);

    public Task AcceptAsync(string invitationId, CancellationToken cancellationToken) => portal.AcceptAsync(invitationId, cancellationToken);

    public Task RefuseAsync(string invitationId, CancellationToken cancellationToken) => portal.RefuseAsync(invitationId, cancellationToken);

    /// <summary>Makes every lock of a form seven days longer.</summary>
    private static int Shift(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return list.Sum(Shift);
            case JsonObject fields:
                var shifted = 0;
                foreach (var (name, value) in fields.ToList())
                {
                    if (value is JsonObject locking && string.Equals(name, "locking", StringComparison.OrdinalIgnoreCase))
                    {
                        var key = locking.Select(pair => pair.Key).FirstOrDefault(each => string.Equals(each, "dayOffset", StringComparison.OrdinalIgnoreCase)) ?? "DayOffset";
                        var days = locking[key] is { } old ? decimal.Parse(old.ToString(), CultureInfo.InvariantCulture) : 0;
                        locking[key] = JsonNode.Parse((days + 7).ToString(CultureInfo.InvariantCulture));
                        shifted++;
                    }
                    else
                    {
                        shifted += Shift(value);
                    }
                }

                return shifted;
            default:
                return 0;
        }
    }
}
