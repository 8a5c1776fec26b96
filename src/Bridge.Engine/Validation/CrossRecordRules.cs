using Bridge.Engine.Mapping;
using Bridge.Engine.Matching;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Validation;

/// <summary>
/// Rules that need to see several records. They are fed with every record that moves, in any order, then sealed, then asked
/// about each record again; so the answer does not depend on the order. While they are fed they keep 32 bytes for each
/// e-mail, host and code, afterwards only the keys that are shared.
/// </summary>
public sealed class CrossRecordRules
{
    private static readonly FindingDefinition CodeOnce = new(
        "BRG-CODE-004", "CodeIsUnique", Severity.Excluding, "The same code text is there more than once.", "Settle in the code list to whom the code belongs, and keep one row for it.");

    /// <summary>Code of the finding that a code text is there more than once.</summary>
    internal static string CodeClaimed => CodeOnce.Code;

    private static readonly FindingDefinition EmailOnce = new(
        "BRG-PARTNER-008", "EmailIsUnique", Severity.Warning, "Several partners have the same e-mail.", "Check whether they are one partner; imports match accounts by e-mail and may merge them.");

    private static readonly FindingDefinition WebsiteOnce = new(
        "BRG-PARTNER-009", "WebsiteIsUnique", Severity.Note, "Several partners have the same site.", "Check whether they are one partner.");

    private readonly SharedKeys codes = new();
    private readonly SharedKeys emails = new();
    private readonly SharedKeys hosts = new();

    internal static IReadOnlyList<FindingDefinition> Definitions { get; } = [CodeOnce, EmailOnce, WebsiteOnce];

    /// <summary>First pass: a partner that moves.</summary>
    public void Observe(Partner source, DesiredPartner desired)
    {
        if (desired.Contact?.Email is { } email)
        {
            emails.Add(HashKey.Of("email", email.Hash));
        }

        if (WebProperty.DomainOf(desired.Website) is { } host)
        {
            hosts.Add(HashKey.Of("host", host));
        }
    }

    /// <summary>First pass: a promo code that moves.</summary>
    public void Observe(PromoCode source, DesiredPromoCode desired) => codes.Add(KeyOf(desired));

    /// <summary>Ends the first pass.</summary>
    public void Seal()
    {
        codes.Seal();
        emails.Seal();
        hosts.Seal();
    }

    /// <summary>Second pass: what is wrong with a partner beside others.</summary>
    public IEnumerable<Finding> Check(Partner source, DesiredPartner desired)
    {
        if (desired.Contact?.Email is { } email && emails.CountOf(HashKey.Of("email", email.Hash)) is > 1 and var mails)
        {
            yield return new RuleBreach("contacts.email", email.ToString(), $"{mails} partners that move have this e-mail.").ToFinding(EmailOnce, EntityKind.Partner, source.Id.Value);
        }

        if (WebProperty.DomainOf(desired.Website) is { } host && hosts.CountOf(HashKey.Of("host", host)) is > 1 and var sites)
        {
            yield return new RuleBreach("website", host, $"{sites} partners that move have this site.").ToFinding(WebsiteOnce, EntityKind.Partner, source.Id.Value);
        }
    }

    /// <summary>Second pass: the finding that excludes a promo code, or null.</summary>
    public Finding? Check(PromoCode source, DesiredPromoCode desired) =>
        codes.CountOf(KeyOf(desired)) is > 1 and var count
            ? new RuleBreach("code", desired.Code, $"{count} rows claim this code; none of them moves until that is settled.").ToFinding(CodeOnce, EntityKind.PromoCode, source.Id.Value)
            : null;

    private static UInt128 KeyOf(DesiredPromoCode desired) => HashKey.Of("code", PromoCode.NormalizeCode(desired.Code));

    /// <summary>Counts keys in two passes: all of them while it is fed, only the shared ones afterwards.</summary>
    private sealed class SharedKeys
    {
        private readonly Dictionary<UInt128, int> shared = [];
        private List<UInt128>? all = [];

        public void Add(UInt128 key) => (all ?? throw new InvalidOperationException("The first pass is over.")).Add(key);

        public void Seal()
        {
            all?.Sort();
            for (var index = 1; index < all?.Count; index++)
            {
                if (all[index] == all[index - 1])
                {
                    shared[all[index]] = shared.GetValueOrDefault(all[index], 1) + 1;
                }
            }

            all = null;
        }

        public int CountOf(UInt128 key) => all is null
            ? shared.GetValueOrDefault(key, 1)
            : throw new InvalidOperationException("The first pass is not over.");
    }
}
