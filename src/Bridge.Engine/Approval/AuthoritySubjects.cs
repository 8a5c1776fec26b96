namespace Bridge.Engine.Approval;

/// <summary>What is off until an authority for it is recorded.</summary>
public static class AuthoritySubjects
{
    /// <summary>Creating accounts of partners by API: a password for another company, and an active contract at once.</summary>
    public const string AccountCreation = "account-creation";

    /// <summary>Writing to partners who unsubscribed, for one partner or for all.</summary>
    public const string MailUnsubscribed = "mail-unsubscribed";

    /// <summary>All of them, with what each allows.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new(AccountCreation, "create accounts of partners by API, which sets a password for another company and makes a contract active at once"),
        new(MailUnsubscribed, "let the target mail partners who unsubscribed"),
    ];
}
