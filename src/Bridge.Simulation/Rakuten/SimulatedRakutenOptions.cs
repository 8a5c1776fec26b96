namespace Bridge.Simulation.Rakuten;

/// <summary>How the simulated Rakuten behaves where its documents leave room, and who may call it.</summary>
/// <remarks>A class, so that printing it shows no credential.</remarks>
public sealed class SimulatedRakutenOptions
{
    public string ClientId { get; init; } = "house-client";

    public string ClientSecret { get; init; } = "house-secret";

    /// <summary>The brand's own publisher account, the only value of <c>scope</c> that is known.</summary>
    public string HouseSid { get; init; } = "1999998";

    /// <summary>False answers every API call as an account without the entitlement gets it: 403.</summary>
    public bool Entitled { get; init; } = true;

    /// <summary>Private offers addressed to the house account; null for the first two with dynamic rules.</summary>
    public IReadOnlyList<int>? HouseOffers { get; init; }

    public string AdvertiserName { get; init; } = "Acme Shop";

    public RakutenEnvelope Envelope { get; init; }

    /// <summary>Calls a minute; the next ones get 403.</summary>
    public int CallsPerMinute { get; init; } = 100;

    /// <summary>True as observed: token replies and gateway faults are XML unless <c>Accept</c> asks for JSON.</summary>
    public bool XmlUnlessJsonAccepted { get; init; } = true;

    /// <summary>Token in the query of the Reporting API.</summary>
    public string ReportToken { get; init; } = "house-report-token";

    /// <summary>Key of the saved traffic report.</summary>
    public string ActivityReportKey { get; init; } = "publisher-activity";

    /// <summary>Key of the saved order report.</summary>
    public string OrderReportKey { get; init; } = "order-details";

    /// <summary>How long a report takes, on the rail's clock.</summary>
    public TimeSpan ReportLatency { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Reports that may run at the same time; one more gets 429.</summary>
    public int ConcurrentReports { get; init; } = 3;

    /// <summary>True for headers, dates and numbers in the language of the report's path (de, fr; English otherwise).</summary>
    public bool LocalisedReports { get; init; }
}
