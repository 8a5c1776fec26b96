using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution.Canaries;

/// <summary>JSON contract of canary waves and of what a target program was first written with.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CanaryWave))]
[JsonSerializable(typeof(FirstWrite))]
[JsonSerializable(typeof(string))]
public sealed partial class WaveJson : JsonSerializerContext
{
    static WaveJson() => Default = new WaveJson(BridgeJson.CreateOptions(Default.Options));
}
