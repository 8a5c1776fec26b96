using System.Text.Json.Serialization;

namespace Bridge.Bench.Scale;

/// <summary>JSON of the run and between its processes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScaleResult))]
[JsonSerializable(typeof(MeasuredRun))]
[JsonSerializable(typeof(WorldReady))]
[JsonSerializable(typeof(WorldClosed))]
internal sealed partial class ScaleJson : JsonSerializerContext;
