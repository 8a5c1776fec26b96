using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Snapshots;

/// <summary>JSON contracts of manifests; canonical like <see cref="BridgeJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(CanonicalDecimalConverter)])]
[JsonSerializable(typeof(SnapshotManifest))]
[JsonSerializable(typeof(SnapshotEntity))]
[JsonSerializable(typeof(SnapshotPart))]
[JsonSerializable(typeof(SnapshotContent))]
[JsonSerializable(typeof(SnapshotEntityContent))]
[JsonSerializable(typeof(string))]
internal sealed partial class SnapshotJson : JsonSerializerContext
{
    static SnapshotJson() => Default = new SnapshotJson(BridgeJson.CreateOptions(Default.Options));
}
