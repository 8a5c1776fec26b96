using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution.Templates;

/// <summary>JSON contract of template trials.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TemplateTrial))]
[JsonSerializable(typeof(TrialCanary))]
[JsonSerializable(typeof(string))]
public sealed partial class TrialJson : JsonSerializerContext
{
    static TrialJson() => Default = new TrialJson(BridgeJson.CreateOptions(Default.Options));
}
