using System.Text.Json.Serialization;
using Bridge.Rails.Abstractions.Json;
using Bridge.Rails.Impact.Terms;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact;

/// <summary>Wire records of impact.com as JSON. Reading is lenient: see the kit's converters and those in <c>Wire</c>.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientTextConverter), typeof(LenientDecimalConverter), typeof(LenientFlagConverter), typeof(WireListFactory)])]
[JsonSerializable(typeof(WirePartner))]
[JsonSerializable(typeof(WireAddress))]
[JsonSerializable(typeof(WirePhone))]
[JsonSerializable(typeof(WireTax))]
[JsonSerializable(typeof(WirePromotionalMethod))]
[JsonSerializable(typeof(WireProperty))]
[JsonSerializable(typeof(WireParticipation))]
[JsonSerializable(typeof(WireContact))]
[JsonSerializable(typeof(WirePartnerValues))]
[JsonSerializable(typeof(WirePartnerGroup))]
[JsonSerializable(typeof(WireGroupMember))]
[JsonSerializable(typeof(WireProgram))]
[JsonSerializable(typeof(WireGateway))]
[JsonSerializable(typeof(WireContract))]
[JsonSerializable(typeof(WireTemplateTerms))]
[JsonSerializable(typeof(WirePromotionalTerm))]
[JsonSerializable(typeof(WireEventPayout))]
[JsonSerializable(typeof(WirePayoutGroup))]
[JsonSerializable(typeof(WireRule))]
[JsonSerializable(typeof(WireTier))]
[JsonSerializable(typeof(WireLimit))]
[JsonSerializable(typeof(WirePayoutAdjustment))]
[JsonSerializable(typeof(WirePayoutRestriction))]
[JsonSerializable(typeof(WirePerformanceBonus))]
[JsonSerializable(typeof(WireLocking))]
[JsonSerializable(typeof(WireScheduling))]
[JsonSerializable(typeof(WireReferral))]
[JsonSerializable(typeof(WireScheduledTerm))]
[JsonSerializable(typeof(WirePromoCode))]
[JsonSerializable(typeof(WireDeal))]
[JsonSerializable(typeof(WireAction))]
[JsonSerializable(typeof(WireReceipt))]
[JsonSerializable(typeof(WireDecision))]
[JsonSerializable(typeof(TemplateTermsDraft))]
[JsonSerializable(typeof(string))]
internal sealed partial class ImpactJson : JsonSerializerContext;
