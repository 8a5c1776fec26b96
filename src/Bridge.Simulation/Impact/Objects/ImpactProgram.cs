namespace Bridge.Simulation.Impact.Objects;

/// <summary>A program of a brand; the API calls it campaign as well.</summary>
public sealed record ImpactProgram
{
    /// <summary>Numeric id.</summary>
    public required long Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>ACTIVE, SETUP, ...</summary>
    public string State { get; init; } = "ACTIVE";

    /// <summary>Performance, Creator, ...</summary>
    public string Type { get; init; } = "Performance";

    /// <summary>Host of its links.</summary>
    public required string TrackingDomain { get; init; }

    /// <summary>Where a link without a deep link leads.</summary>
    public required string DefaultLandingPage { get; init; }

    /// <summary>Hosts a deep link may lead to; <c>*.host</c> stands for every subdomain.</summary>
    public IReadOnlyList<string> PermittedHosts { get; init; } = [];

    /// <summary>Whether deep links are on.</summary>
    public bool DeepLinking { get; init; } = true;

    /// <summary>Whether promo codes are on.</summary>
    public bool PromoCodeTracking { get; init; } = true;

    /// <summary>Whether partners can find it in the marketplace.</summary>
    public bool ListInMarketplace { get; init; } = true;

    /// <summary>Ads; the first one is the default landing page's.</summary>
    public required IReadOnlyList<long> AdIds { get; init; }

    /// <summary>Event types.</summary>
    public IReadOnlyList<EventType> EventTypes { get; init; } = [];

    /// <summary>Template that applicants see; null when the program has none.</summary>
    public long? PublicTemplateId { get; init; }

    /// <summary>Country names the brand ships to.</summary>
    public IReadOnlyList<string> ShippingRegions { get; init; } = [];
}
