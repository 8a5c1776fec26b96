using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A partner group with its members. Source: Brand API v14, Partner Groups (read 2026-11-20).</summary>
internal sealed record WirePartnerGroup
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public ValueList<WireGroupMember> MediaPartners { get; set; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
