using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Approval;

/// <summary>What a plan says about authorities.</summary>
internal static class AuthorityFindings
{
    public static readonly FindingDefinition AccountsNotCreated = new(
        "BRG-AUTH-001",
        nameof(AccountsNotCreated),
        Severity.Note,
        "The profile would create partner accounts by API, and no authority for it is recorded: partners go by the ways behind it.",
        "Nothing, when files and invitations are meant. Else have the authority in writing and run 'bridge authority record account-creation --by <who> --document <which> --as <you>'.");

    public static readonly FindingDefinition AccountsCreated = new(
        "BRG-AUTH-002",
        nameof(AccountsCreated),
        Severity.Note,
        "Partner accounts are created by API under a recorded authority.",
        "Nothing; 'bridge authority withdraw' takes the authority back, and a new plan goes by files and invitations.");

    public static readonly FindingDefinition MailsGoOut = new(
        "BRG-AUTH-003",
        nameof(MailsGoOut),
        Severity.Warning,
        "Partners who unsubscribed may be mailed under a recorded authority.",
        "Look whether that is meant; 'bridge authority withdraw' takes it back.");

    public static IReadOnlyList<FindingDefinition> All { get; } = [AccountsNotCreated, AccountsCreated, MailsGoOut];

    public static Finding Of(FindingDefinition definition, string? value, string message) => new()
    {
        Code = definition.Code,
        Severity = definition.Severity,
        Value = value,
        Message = message,
        Remedy = definition.Remedy,
    };
}
