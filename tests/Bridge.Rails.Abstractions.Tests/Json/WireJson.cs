using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Tests.Json;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WireThing))]
[JsonSerializable(typeof(string))]
internal sealed partial class WireJson : JsonSerializerContext;
