using System.Globalization;
using System.Text;
using System.Text.Json;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Hosting.Faults;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// The portal and the checks over HTTP, for another process: no credential, no budget, no entry in the request log. Paths begin
/// with <c>/__</c>. A refusal is 422 with <c>{"error"}</c>.
/// </summary>
internal sealed class PortalEndpoints(ImpactWorld world, ImpactPortal portal, ImpactApi api, FaultList faults, RequestLog requests)
{
    private static readonly ImpactSettings Plain = new() { BareObjectShare = 0, ValueTyping = ValueTyping.Native, AccountOffset = TimeSpan.Zero };

    public static bool Serves(string path) => path.StartsWith("/__", StringComparison.Ordinal);

    public SimulatedResponse Handle(SimulatedRequest request)
    {
        portal.Request = request;
        try
        {
            portal.NamedProgram = request.QueryValue("program") is { } program ? Whole(program) : null;
            return request.Method == "GET" ? Read(request) : Act(request);
        }
        catch (PortalException exception)
        {
            return Json(422, json => json.Text("error", exception.Message));
        }
        catch (JsonException exception)
        {
            return Json(422, json => json.Text("error", $"The body is not JSON: {exception.Message}"));
        }
        finally
        {
            portal.Request = null;
            portal.NamedProgram = null;
        }
    }

    private SimulatedResponse Read(SimulatedRequest request)
    {
        var after = int.TryParse(request.QueryValue("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return request.Path switch
        {
            "/__truth" => Lines(world.Truth.After(after)),
            "/__requests" => Lines(requests.From(after).Select(Line)),
            "/__state" => Body("application/json", StateJson.Write(world, world.FirstBrand)),
            "/__state/links" => Body("application/json", StateJson.WriteLinks(world.FirstBrand)),
            "/__state/mails" => Body("application/json", StateJson.WriteMails(world)),
            "/__portal/invitations" => Invitations(),
            "/__portal/contact" => Json(200, json => json.Text("email", portal.FindContact(request.QueryValue("website") ?? string.Empty))),
            "/__portal/import-template" => Body("text/csv", Encoding.UTF8.GetBytes(portal.ImportTemplate(request.QueryValue("tool") ?? string.Empty))),
            _ when request.Path.StartsWith("/__portal/imports/", StringComparison.Ordinal) && request.Path.EndsWith("/result", StringComparison.Ordinal) =>
                Body("text/csv", Encoding.UTF8.GetBytes(portal.ImportResultFile(request.Path[18..^7]))),
            _ when request.Path.StartsWith("/__portal/imports/", StringComparison.Ordinal) => Import(portal.Import(request.Path[18..])),
            _ => NotFound(),
        };
    }

    private SimulatedResponse Act(SimulatedRequest request)
    {
        var path = request.Path;
        switch (path)
        {
            case "/__portal/partner-import":
                return Import(portal.ImportPartners(Text(request), TemplateId(request)));
            case "/__portal/prospect-import":
                var id = portal.ImportProspects(Text(request), request.QueryValue("dryRun") == "true");
                return Json(202, json => json.Text("id", id));
        }

        using var document = JsonDocument.Parse(request.Body.IsEmpty ? "{}"u8.ToArray() : request.Body);
        var form = new JsonFields(document.RootElement);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["__portal", "template-terms"] => Json(200, json => json.Text("templateId", Number(portal.CreateTemplate(Terms(form))))),
            ["__portal", "template-terms", var template] => Done(() => portal.ChangeTemplate(Whole(template), Terms(form))),
            ["__portal", "contracts", "switch"] => Switch(form),
            ["__portal", "contracts", "withdraw"] => Done(() => portal.WithdrawChange(form.RequiredWhole("partnerId"))),
            ["__portal", "contracts", "expire"] => Done(() => portal.ExpireContract(form.Required("contractId"))),
            ["__portal", "invite"] => Invite(form),
            ["__portal", "permitted-hosts"] => Done(() => portal.PermitHost(form.Required("host"))),
            ["__portal", "activate"] => Done(portal.ActivateProgram),
            ["__portal", "invitations", var invitation, "accept"] => Done(() => portal.Accept(invitation)),
            ["__portal", "invitations", var invitation, "refuse"] => Done(() => portal.Refuse(invitation)),
            ["__portal", "applications"] => Json(200, json => json.Text("contractId", portal.Apply(form.RequiredWhole("partnerId"), form.Whole("templateId")))),
            ["__portal", "external-load"] => Done(() => api.Budget(world.FirstBrand.Sid).Burn((int)form.RequiredWhole("requests"), world.Now)),
            ["__portal", "faults"] => Done(() => faults.Add(FaultForm.Read(form))),
            ["__portal", "faults", "clear"] => Done(faults.Clear),
            _ => NotFound(),
        };
    }

    private Terms.TemplateTerms Terms(JsonFields form) => new TermsForm(portal.FindEventType, world.FirstBrand.Seed.Currency).Read(form);

    private SimulatedResponse Switch(JsonFields form)
    {
        var mode = Enum.TryParse<SwitchMode>(form.Text("mode") ?? "Replace", ignoreCase: true, out var parsed)
            ? parsed
            : throw new PortalException("mode must be Replace or Propose.");
        var contract = portal.SwitchContract(form.RequiredWhole("partnerId"), form.RequiredWhole("templateId"), mode);
        return Json(200, json => json.Text("contractId", contract));
    }

    private SimulatedResponse Invite(JsonFields form)
    {
        var row = new ProspectRow
        {
            Name = form.Required("name"),
            Website = form.Text("website"),
            Email = form.Text("email"),
            FirstName = form.Text("firstName"),
            LastName = form.Text("lastName"),
            TemplateId = form.RequiredWhole("templateId"),
            Values = [form.Text("mpValue1"), form.Text("mpValue2"), form.Text("mpValue3")],
        };

        // One group a time, as in the file: a further one joins the invitation that is open.
        List<string?> groups = [.. form.Texts("groups"), .. form.Texts("group")];
        var results = groups.DefaultIfEmpty(null).Select(group => portal.Invite(row with { Group = group })).ToList();
        return Json(200, json => Row(json, results[0]));
    }

    private SimulatedResponse Invitations()
    {
        var open = portal.OpenInvitations();
        return Json(200, json => json.Array("invitations", open, one =>
        {
            json.Text("id", one.Id);
            json.Text("partnerId", one.PartnerId is { } partner ? Number(partner) : null);
            json.Text("contractId", one.ContractId);
            json.Text("name", one.Name);
            json.Text("website", one.Website);
            json.Text("templateId", Number(one.TemplateId));
            json.Text("value1", one.Values[0]);
            json.Text("sentAt", one.SentAt.ToString("O", CultureInfo.InvariantCulture));
        }));
    }

    private static SimulatedResponse Import(ImportResult result) => Json(200, json =>
    {
        json.Text("id", result.Id);
        json.Flag("dryRun", result.DryRun);
        json.Flag("finished", result.IsFinished);
        json.Array("rows", result.Rows, row => Row(json, row));
    });

    private static void Row(ApiJson json, ImportRow row)
    {
        json.Number("row", row.Row);
        json.Text("outcome", row.Outcome);
        json.Text("partnerId", row.PartnerId is { } partner ? Number(partner) : null);
        json.Text("message", row.Message);
    }

    private static string Line(RequestLogEntry entry) => Encoding.UTF8.GetString(ApiJson.Write(Plain, 0, json =>
    {
        json.Text("time", entry.Time.ToString("O", CultureInfo.InvariantCulture));
        json.Text("verb", entry.Verb);
        json.Text("path", entry.Path);
        json.Text("kind", entry.Kind);
        json.Text("account", entry.Account);
        json.Number("status", entry.Status);
        json.Text("fate", entry.Fate.ToString());
    }));

    private static SimulatedResponse Done(Action act)
    {
        act();
        return Json(200, json => json.Text("status", "OK"));
    }

    private static SimulatedResponse NotFound() => Json(404, json => json.Text("error", "No such control."));

    private static SimulatedResponse Lines(IEnumerable<string> lines) =>
        Body("application/x-ndjson", Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    private static SimulatedResponse Json(int status, Action<ApiJson> body) =>
        Body("application/json", ApiJson.Write(Plain, 0, body)) with { Status = status };

    private static SimulatedResponse Body(string type, ReadOnlyMemory<byte> body) => new(200, [new("Content-Type", type)], body);

    private static string Text(SimulatedRequest request) => Encoding.UTF8.GetString(request.Body.Span);

    private static long? TemplateId(SimulatedRequest request) => request.QueryValue("templateId") is { } text ? Whole(text) : null;

    private static long Whole(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new PortalException($"'{text}' is not an id.");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
