using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Portal;

/// <summary>The sheets of tasks about one partner: a switch, a proposal, an invitation.</summary>
internal static class ContractSheet
{
    public static ValueList<SheetLine> Switch(ContractDraft draft, string programId, string replaces) =>
    [
        new("Contracts > Contracts", "Program", programId),
        new("Contracts > Contracts", "Search for partner", $"{draft.Partner}"),
        new("Contracts > Contracts", "Contract in force", replaces, "Check the row of this contract alone."),
        new("Switch to existing contract", "Template terms", draft.TemplateName, $"Id {draft.Template}; two templates may have one name."),
        new("Switch to existing contract", "How", "Replace", "Propose instead when the contract asks for the partner's consent; the old one then stays until the partner accepts."),
        new("Switch to existing contract", "Start date", "the earliest the app offers", "The change-notification period of the contract holds."),
        new("Switch to existing contract", "Length", "not Temporary"),
        new("Switch to existing contract", "Save", "", "A partner has one change at a time: withdraw one that is pending, or wait."),
    ];

    public static ValueList<SheetLine> Propose(ContractDraft draft, string programId) =>
    [
        new("Contracts > Template Terms", "Program", programId),
        new("Contracts > Template Terms", "Template terms", draft.TemplateName, $"Id {draft.Template}; two templates may have one name."),
        new("Add Partners", "Kind", "existing partners"),
        new("Add Partners", "Search for partner", $"{draft.Partner}", "Never enter a partner twice."),
        new("Add Partners", "Send", "", "The partner accepts in its own account."),
    ];

    public static ValueList<SheetLine> Invite(PartnerDraft draft, string programId)
    {
        var lines = new List<SheetLine>
        {
            new("Discover > Partners", "Program", programId),
            new("Discover > Partners", "Search by name, then by website", draft.Name, draft.Website ?? "No website is known."),
            new("Invite or Propose terms", "Template id", draft.Template is { } template ? $"{template}" : "the program's public terms"),
        };
        lines.AddRange(draft.GroupNames.Select(group => new SheetLine("Invite or Propose terms", "Partner group", group)));
        lines.AddRange(draft.References.Select(reference => new SheetLine("Invite or Propose terms", $"Partner value {reference.Scheme[^1]}", reference.Value, "Exactly so: Bridge knows the partner again by it.")));
        lines.Add(new SheetLine("Invite or Propose terms", "Send", "", "If the partner cannot be found or refuses, leave the task undone."));
        return lines.ToValueList();
    }
}
