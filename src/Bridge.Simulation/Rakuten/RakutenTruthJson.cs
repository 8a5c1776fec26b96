using System.Text.Json.Serialization;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Simulation.Rakuten;

/// <summary>JSON of the truth files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(RakutenPackTruth))]
[JsonSerializable(typeof(RakutenPackCounts))]
[JsonSerializable(typeof(RakutenBrandTruth))]
internal sealed partial class RakutenTruthJson : JsonSerializerContext;
