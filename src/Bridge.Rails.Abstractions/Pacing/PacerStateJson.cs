using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Pacing;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PacerState))]
internal sealed partial class PacerStateJson : JsonSerializerContext;
