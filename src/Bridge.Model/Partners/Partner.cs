using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Model.Privacy;

namespace Bridge.Model.Partners;

/// <summary>
/// One partner of one program. A sub-network's sub-publishers are a dimension of its conversions, never partners.
/// </summary>
public sealed record Partner
{
    /// <summary>The rail's id of the partner; unique in a snapshot.</summary>
    public required PartnerId Id { get; init; }

    /// <summary>Account or trade name as the rail shows it.</summary>
    public required string Name { get; init; }

    /// <summary>What the partner does.</summary>
    public PartnerKind Kind { get; init; }

    /// <summary>State in the program.</summary>
    public required PartnerStatus Status { get; init; }

    /// <summary>The rail's own word for the state; null when it has none.</summary>
    public string? NativeStatus { get; init; }

    /// <summary>False when the account exists on the rail but takes no part in this program (impact.com marketplace).</summary>
    public bool InProgram { get; init; } = true;

    /// <summary>Account kind in the rail's word (impact.com: DIRECT, MARKETPLACE); null when the rail has none.</summary>
    public string? AccountType { get; init; }

    /// <summary>People, the primary one first.</summary>
    public ValueList<Contact> Contacts { get; init; } = [];

    /// <summary>Sites and channels, the main one first.</summary>
    public ValueList<WebProperty> WebProperties { get; init; } = [];

    /// <summary>Postal address; null when the rail has none.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Tax number; null when the rail has none or Bridge does not need it.</summary>
    public PersonalValue? TaxNumber { get; init; }

    /// <summary>Promotion methods in the rail's words, main one first.</summary>
    public ValueList<string> PromotionMethods { get; init; } = [];

    /// <summary>Groups the partner belongs to, by id, in id order.</summary>
    public ValueList<PartnerGroupId> Groups { get; init; } = [];

    /// <summary>Tags or labels, sorted.</summary>
    public ValueList<string> Tags { get; init; } = [];

    /// <summary>When the partner joined the program; null when the rail does not say.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Payout currency of the account; null when the rail does not say.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Ids of other systems for this partner, sorted by scheme.</summary>
    public ValueList<ExternalReference> References { get; init; } = [];

    /// <summary>Value of the first reference of a scheme, or null.</summary>
    public string? Reference(string scheme)
    {
        foreach (var reference in References)
        {
            if (string.Equals(reference.Scheme, scheme, StringComparison.Ordinal))
            {
                return reference.Value;
            }
        }

        return null;
    }
}
