using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>Terms for a stretch of time: scheduled terms (v13 and later), or the terms of a campaign of the contract.</summary>
internal sealed record WireScheduledTerm
{
    /// <summary>Only campaign terms have one.</summary>
    public string? Id { get; init; }

    /// <summary>ACTIVE, PENDING, UPCOMING, DECLINED, EXPIRED; campaign terms have none.</summary>
    public string? Status { get; init; }

    public string? Name { get; init; }

    public string? StartDate { get; init; }

    public string? EndDate { get; init; }

    public JsonElement? Repeat { get; init; }

    public ValueList<WireEventPayout> EventPayouts { get; set; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
