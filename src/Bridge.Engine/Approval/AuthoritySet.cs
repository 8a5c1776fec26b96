using System.Security.Cryptography;
using System.Text;

namespace Bridge.Engine.Approval;

/// <summary>The authorities that hold when a plan is made.</summary>
public sealed class AuthoritySet
{
    private readonly IReadOnlyList<RecordedAuthority> holding;
    private readonly HashSet<string> mailable;
    private readonly bool mailAll;

    /// <summary>Makes a set; those that were withdrawn are left out.</summary>
    public AuthoritySet(IEnumerable<RecordedAuthority> recorded)
    {
        holding = [.. recorded.Where(each => each.WithdrawnAt is null).OrderBy(each => each.Id, StringComparer.Ordinal)];
        var mails = holding.Where(each => each.Subject == AuthoritySubjects.MailUnsubscribed).ToList();
        mailAll = mails.Exists(each => each.Partner is null);
        mailable = mails.Select(each => each.Partner).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>None.</summary>
    public static AuthoritySet None { get; } = new([]);

    /// <summary>Those that allow the creation of accounts by API.</summary>
    public IEnumerable<RecordedAuthority> ForAccounts => holding.Where(each => each.Subject == AuthoritySubjects.AccountCreation);

    /// <summary>Those that allow mails to partners who unsubscribed.</summary>
    public IEnumerable<RecordedAuthority> ForMails => holding.Where(each => each.Subject == AuthoritySubjects.MailUnsubscribed);

    /// <summary>True when accounts may be created by API.</summary>
    public bool MayCreateAccounts => ForAccounts.Any();

    /// <summary>Hash over all that hold; null when there is none.</summary>
    public string? Hash => holding.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', holding.Select(each => Convert.ToHexStringLower(SHA256.HashData(AuthorityDesk.Signed(each))))))));

    /// <summary>True when a partner who unsubscribed may be mailed all the same.</summary>
    public bool MayMail(string partner) => mailAll || mailable.Contains(partner);
}
