using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution;

/// <summary>JSON contract of a journal record; canonical like <see cref="BridgeJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    static JournalJson() => Default = new JournalJson(BridgeJson.CreateOptions(Default.Options));
}
