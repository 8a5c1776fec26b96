using System.Text.Json.Serialization;

namespace Bridge.Simulation.Rakuten;

/// <summary>JSON of the truth files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(RakutenPackTruth))]
[JsonSerializable(typeof(RakutenPackCounts))]
internal sealed partial class RakutenTruthJson : JsonSerializerContext;
