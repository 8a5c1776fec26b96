using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Approval;

/// <summary>JSON contract of approvals.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PlanApproval))]
[JsonSerializable(typeof(WriteConfirmation))]
[JsonSerializable(typeof(RecordedAuthority))]
[JsonSerializable(typeof(string))]
public sealed partial class ApprovalJson : JsonSerializerContext
{
    static ApprovalJson() => Default = new ApprovalJson(BridgeJson.CreateOptions(Default.Options));
}
