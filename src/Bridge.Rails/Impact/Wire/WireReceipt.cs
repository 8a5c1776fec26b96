using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Impact.Wire;

/// <summary>The answer to a write: OK or DELETED with the address of the object, or the URL of a tracking link.</summary>
internal sealed record WireReceipt
{
    public string? Status { get; init; }

    /// <summary>The new id is its last segment.</summary>
    public string? Uri { get; init; }

    public string? TrackingURL { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
