using System.Text.Json.Serialization;
using Bridge.Engine.Handoffs.Results;
using Bridge.Model.Json;

namespace Bridge.Engine.Handoffs;

/// <summary>JSON contracts of hand-offs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Handoff))]
[JsonSerializable(typeof(TaskAnswer))]
[JsonSerializable(typeof(TaskClaim))]
[JsonSerializable(typeof(PackRemoval))]
[JsonSerializable(typeof(PackResult))]
[JsonSerializable(typeof(PackRowResult))]
[JsonSerializable(typeof(DeclinedPartner))]
[JsonSerializable(typeof(string))]
public sealed partial class HandoffJson : JsonSerializerContext
{
    static HandoffJson() => Default = new HandoffJson(BridgeJson.CreateOptions(Default.Options));
}
