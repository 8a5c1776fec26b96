using System.Text.Json.Serialization;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A decision on an application: the only write of impact.com that is specified as JSON, and in lower camel case.</summary>
internal sealed record WireDecision
{
    [JsonPropertyName("contractId")]
    public required string ContractId { get; init; }

    [JsonPropertyName("groupId")]
    public string? GroupId { get; init; }

    [JsonPropertyName("reason")]
    public string? Reason { get; init; }
}
