using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Terms;

namespace Bridge.Rails.Impact.Portal;

/// <summary>
/// What impact.com's API cannot do, as tasks for its web app: building template terms, switching contracts, inviting a partner
/// without an e-mail (sheet, section 6.2). The wording of menus follows the help centre and may lag behind the app.
/// </summary>
internal sealed class ImpactPortalGuide(string programId) : IPortalGuide
{
    public PortalTask BuildTemplate(TemplateDraft draft)
    {
        var terms = TemplateWriter.Write(draft.Name, draft.Terms);
        var fields = JsonSerializer.SerializeToNode(terms, ImpactJson.Default.TemplateTermsDraft)!.AsObject();
        Prune(fields);
        return new PortalTask
        {
            Task = "build-template",
            Title = $"Build the template terms '{draft.Name}'",
            Instructions = new TemplateInstructions(terms).Lines(),
            Sheet = new TemplateSheet(terms).Lines(),
            FieldsJson = fields.ToJsonString(),
            NeedsAnswer = true,
        };
    }

    public PortalTask SwitchContract(ContractDraft draft)
    {
        var replaces = draft.Replaces?.Value;
        var fields = new JsonObject
        {
            ["programId"] = programId,
            ["partnerId"] = draft.Partner.ToString(),
            ["templateId"] = draft.Template.ToString(),
            ["templateName"] = draft.TemplateName,
            ["mode"] = replaces is null ? "Propose" : "Replace",
        };
        if (replaces is not null)
        {
            fields["replaces"] = replaces;
        }

        return new PortalTask
        {
            Task = "switch-contract",
            Title = replaces is null
                ? $"Propose the terms '{draft.TemplateName}' to partner {draft.Partner}"
                : $"Switch partner {draft.Partner} to the terms '{draft.TemplateName}'",
            Instructions = replaces is null ? Propose(draft) : Switch(draft, replaces),
            Sheet = replaces is null ? ContractSheet.Propose(draft, programId) : ContractSheet.Switch(draft, programId, replaces),
            FieldsJson = fields.ToJsonString(),
        };
    }

    public PortalTask InvitePartner(PartnerDraft draft)
    {
        var fields = new JsonObject { ["programId"] = programId, ["name"] = draft.Name };
        Put(fields, "website", draft.Website);
        Put(fields, "templateId", draft.Template?.ToString());
        if (draft.GroupNames.Count > 0)
        {
            // The form takes one group; the others are for people.
            fields["group"] = draft.GroupNames[0];
            fields["groups"] = new JsonArray([.. draft.GroupNames.Select(name => (JsonNode)name)]);
        }

        for (var index = 0; index < ImpactTranslator.ValueSchemes.Count; index++)
        {
            Put(fields, $"mpValue{index + 1}", draft.References.FirstOrDefault(one => one.Scheme == ImpactTranslator.ValueSchemes[index])?.Value);
        }

        return new PortalTask
        {
            Task = "invite-partner",
            Title = $"Invite the partner '{draft.Name}'",
            Instructions = Invite(draft),
            Sheet = ContractSheet.Invite(draft, programId),
            FieldsJson = fields.ToJsonString(),
        };
    }

    private static ValueList<string> Switch(ContractDraft draft, string replaces) =>
    [
        $"In impact.com open Contracts > Contracts of the program and search for partner {draft.Partner}; its contract is {replaces}.",
        "Check the partner's row and choose Switch to existing contract.",
        $"Choose the template terms '{draft.TemplateName}' (id {draft.Template}).",
        "Choose Replace: no approval by the partner is needed, the change-notification period of the contract holds. Choose Propose instead when the contract asks for consent; the old one then stays until the partner accepts.",
        "Start date: the earliest the app offers. Length: not Temporary.",
        "A partner has one change at a time: if one is pending, withdraw it or wait. Save.",
        "Bridge sees the new contract by itself and compares it field by field; there is nothing to report back.",
    ];

    private static ValueList<string> Propose(ContractDraft draft) =>
    [
        $"In impact.com open Contracts > Template Terms, then '{draft.TemplateName}' (id {draft.Template}).",
        $"Choose Add Partners, then existing partners, and search for partner {draft.Partner}.",
        "Check the partner and send the proposal. Never enter a partner twice.",
        "The partner accepts in its own account. Bridge sees the contract by itself; there is nothing to report back.",
    ];

    private static ValueList<string> Invite(PartnerDraft draft)
    {
        var lines = new List<string>
        {
            $"Find '{draft.Name}'{(draft.Website is { } site ? $" ({site})" : "")} in impact.com: Discover > Partners, by name, then by website. Bridge knows no e-mail of it.",
            $"If it is there, open it and choose Invite or Propose terms; if not, get a contact from the partner's own site and use Contracts > Template Terms > Add Partners, manual entry. Never enter a partner twice.",
        };
        if (draft.Template is { } template)
        {
            lines.Add($"Terms: the template with the id {template}.");
        }

        if (draft.GroupNames.Count > 0)
        {
            lines.Add($"Partner groups: {string.Join(", ", draft.GroupNames)}.");
        }

        lines.AddRange(draft.References.Select(reference => $"Partner value {reference.Scheme[^1]}: {reference.Value} (exactly so: Bridge knows the partner again by it)."));
        lines.Add("If the partner cannot be found or refuses, leave the task undone: Bridge reports it as not done.");
        return lines.ToValueList();
    }

    private static void Put(JsonObject fields, string name, string? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }
    }

    /// <summary>Takes empty lists out: a missing list and an empty one mean the same.</summary>
    private static void Prune(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Prune(item);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var name in fields.Where(field => field.Value is JsonArray { Count: 0 }).Select(field => field.Key).ToList())
            {
                fields.Remove(name);
            }

            foreach (var field in fields)
            {
                Prune(field.Value);
            }
        }
    }
}
