using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>JSON contracts of intake decisions.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(IntakeDecisions))]
[JsonSerializable(typeof(IntakeEntry))]
[JsonSerializable(typeof(IntakeColumn))]
public sealed partial class IntakeJson : JsonSerializerContext
{
    static IntakeJson() => Default = new IntakeJson(BridgeJson.CreateOptions(Default.Options));
}
