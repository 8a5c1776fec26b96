using System.Text.Json.Serialization;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Json;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>JSON contracts of plan files; canonical like <see cref="BridgeJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(CanonicalDecimalConverter)])]
[JsonSerializable(typeof(PlanLine))]
[JsonSerializable(typeof(PlanStep))]
[JsonSerializable(typeof(NamedCount))]
[JsonSerializable(typeof(EntityTotals))]
[JsonSerializable(typeof(PlannedTemplate))]
[JsonSerializable(typeof(TargetRef))]
[JsonSerializable(typeof(TrackingLinkDraft))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Loss))]
[JsonSerializable(typeof(CommissionTerm))]
[JsonSerializable(typeof(ScopeCondition))]
[JsonSerializable(typeof(Tier))]
[JsonSerializable(typeof(CreditShare))]
[JsonSerializable(typeof(SubId))]
[JsonSerializable(typeof(ExternalReference))]
[JsonSerializable(typeof(string))]
public sealed partial class PlanJson : JsonSerializerContext
{
    static PlanJson() => Default = new PlanJson(BridgeJson.CreateOptions(Default.Options));
}
