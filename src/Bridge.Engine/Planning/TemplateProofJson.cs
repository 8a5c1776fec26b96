using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Planning;

/// <summary>JSON contract of template proofs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TemplateProof))]
public sealed partial class TemplateProofJson : JsonSerializerContext
{
    static TemplateProofJson() => Default = new TemplateProofJson(BridgeJson.CreateOptions(Default.Options));
}
