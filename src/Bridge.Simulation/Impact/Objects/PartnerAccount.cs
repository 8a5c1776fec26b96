namespace Bridge.Simulation.Impact.Objects;

/// <summary>An account of impact.com's partners, whichever brands it works with.</summary>
public sealed record PartnerAccount
{
    /// <summary>Numeric id, the brand's MPID.</summary>
    public required long Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Main site; may lack a scheme.</summary>
    public required string Website { get; init; }

    /// <summary>ACTIVE, PENDING, ...</summary>
    public string State { get; init; } = "ACTIVE";

    /// <summary>DIRECT (made for one brand) or MARKETPLACE.</summary>
    public string PartnerType { get; init; } = "MARKETPLACE";

    /// <summary>Address.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>Two letters, or null.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Digits, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 4217 currency the partner is paid in.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>IANA time zone.</summary>
    public string Timezone { get; init; } = "America/Los_Angeles";

    /// <summary>Tax registration number, or null.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Promotional methods; the first one is the primary one.</summary>
    public IReadOnlyList<string> PromotionalMethods { get; init; } = ["CONTENT"];

    /// <summary>Countries in impact.com's own names.</summary>
    public IReadOnlyList<string> PromotionalCountries { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<string> PromotionalCategories { get; init; } = [];

    /// <summary>Sites, apps and social accounts.</summary>
    public IReadOnlyList<MediaProperty> Properties { get; init; } = [];

    /// <summary>People.</summary>
    public IReadOnlyList<PartnerContact> Contacts { get; init; } = [];

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset DateLastUpdated { get; init; }

    /// <summary>How busy the account is: the prospect import picks the busiest of several matches.</summary>
    public int Activity { get; init; }

    /// <summary>The person to write to, or null when none is known.</summary>
    public PartnerContact? PrimaryContact => Contacts.FirstOrDefault(contact => contact.IsPrimary) ?? (Contacts.Count > 0 ? Contacts[0] : null);

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(PartnerAccount)} {Id}";
}
