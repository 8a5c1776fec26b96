using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Rails.Abstractions.Json;

namespace Bridge.Rails.Abstractions.Tests.Json;

internal sealed record WireThing
{
    [JsonConverter(typeof(LenientTextConverter))]
    public string? Id { get; init; }

    [JsonConverter(typeof(LenientDecimalConverter))]
    public decimal? Payout { get; init; }

    [JsonConverter(typeof(LenientWholeConverter))]
    public long? Count { get; init; }

    [JsonConverter(typeof(LenientFlagConverter))]
    public bool? Active { get; init; }

    [JsonConverter(typeof(LenientInstantConverter))]
    public RailInstant? At { get; init; }

    [JsonConverter(typeof(LenientListConverter<WireThing>))]
    public IReadOnlyList<WireThing> Groups { get; init; } = [];

    [JsonConverter(typeof(LenientListConverter<string>))]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [JsonConverter(typeof(LenientTextConverter))]
    public string? Note { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
