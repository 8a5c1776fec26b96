using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Seeding;

/// <summary>A brand account as it stands when the simulation starts.</summary>
public sealed record BrandSeed
{
    /// <summary>Account SID, <c>IR...</c>.</summary>
    public required string Sid { get; init; }

    /// <summary>Numeric account id, used by an agency's pass-through.</summary>
    public required long AdvertiserId { get; init; }

    /// <summary>Name of the brand.</summary>
    public required string Name { get; init; }

    /// <summary>Name that signs contracts.</summary>
    public string Signatory { get; init; } = "Brand Signatory";

    /// <summary>API tokens; the first one may read and write, the second one only reads.</summary>
    public required IReadOnlyList<ImpactToken> Tokens { get; init; }

    /// <summary>API version of calls that name none.</summary>
    public string PinnedVersion { get; init; } = "11";

    /// <summary>ISO 4217 currency.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Country in impact.com's own names.</summary>
    public string Country { get; init; } = "US";

    /// <summary>Programs; the first one is the one a migration fills.</summary>
    public required IReadOnlyList<ImpactProgram> Programs { get; init; }

    /// <summary>Template terms.</summary>
    public IReadOnlyList<TemplateVersion> Templates { get; init; } = [];

    /// <summary>Partners the brand knows, with its values for them.</summary>
    public IReadOnlyList<Relationship> Relationships { get; init; } = [];

    /// <summary>Contracts and pending applications.</summary>
    public IReadOnlyList<ImpactContract> Contracts { get; init; } = [];

    /// <summary>Partner groups.</summary>
    public IReadOnlyList<PartnerGroup> Groups { get; init; } = [];

    /// <summary>Promo codes.</summary>
    public IReadOnlyList<PromoCode> Codes { get; init; } = [];

    /// <summary>Deals.</summary>
    public IReadOnlyList<Deal> Deals { get; init; } = [];

    /// <summary>Tracking links.</summary>
    public IReadOnlyList<TrackingLink> Links { get; init; } = [];

    /// <summary>Actions.</summary>
    public IReadOnlyList<ActionRecord> Actions { get; init; } = [];
}
