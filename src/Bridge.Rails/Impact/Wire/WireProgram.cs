using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A program. Source: Brand API v14, Programs (read 2026-11-20).</summary>
internal sealed record WireProgram
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>ACTIVE, AWAITING_REVIEW, CANCELLED, CLOSED, DEACTIVATED, DELINQUENT, REJECTED, SETUP, SETUP_COMPLETE.</summary>
    public string? State { get; init; }

    public string? TrackingDomain { get; init; }

    [JsonConverter(typeof(WireObject<WireGateway>))]
    public WireGateway? GatewayTrackingSettings { get; init; }

    public string? Uri { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
