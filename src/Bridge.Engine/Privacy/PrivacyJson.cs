using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Privacy;

/// <summary>JSON contract of what is kept about erasures.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ErasedPartner))]
[JsonSerializable(typeof(string))]
public sealed partial class PrivacyJson : JsonSerializerContext
{
    static PrivacyJson() => Default = new PrivacyJson(BridgeJson.CreateOptions(Default.Options));
}
