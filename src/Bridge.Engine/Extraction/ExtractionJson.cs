using System.Text.Json.Serialization;
using Bridge.Engine.Snapshots;
using Bridge.Model.Json;

namespace Bridge.Engine.Extraction;

/// <summary>JSON contract of checkpoints; canonical like <see cref="BridgeJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(CanonicalDecimalConverter)])]
[JsonSerializable(typeof(ExtractionCheckpoint))]
[JsonSerializable(typeof(EntityProgress))]
[JsonSerializable(typeof(SnapshotPart))]
[JsonSerializable(typeof(string))]
internal sealed partial class ExtractionJson : JsonSerializerContext
{
    static ExtractionJson() => Default = new ExtractionJson(BridgeJson.CreateOptions(Default.Options));
}
