using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;

namespace Bridge.Model.Json;

/// <summary>
/// The JSON context of the canonical model. Its output is canonical: members in declared order, camel case, absent members
/// left out, decimals without trailing zeros, one line, plain characters unescaped. Use <see cref="Default"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(CanonicalDecimalConverter)])]
[JsonSerializable(typeof(Partner))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(WebProperty))]
[JsonSerializable(typeof(ExternalReference))]
[JsonSerializable(typeof(PersonalValue))]
[JsonSerializable(typeof(PartnerGroup))]
[JsonSerializable(typeof(PartnerGroupId))]
[JsonSerializable(typeof(Program))]
[JsonSerializable(typeof(Contract))]
[JsonSerializable(typeof(CommissionTerm))]
[JsonSerializable(typeof(ScopeCondition))]
[JsonSerializable(typeof(Tier))]
[JsonSerializable(typeof(CreditShare))]
[JsonSerializable(typeof(TrackingLink))]
[JsonSerializable(typeof(SubId))]
[JsonSerializable(typeof(PromoCode))]
[JsonSerializable(typeof(Deal))]
[JsonSerializable(typeof(Conversion))]
[JsonSerializable(typeof(ConversionItem))]
[JsonSerializable(typeof(Touch))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Loss))]
public sealed partial class BridgeJson : JsonSerializerContext
{
    static BridgeJson()
    {
        Default = new BridgeJson(CreateOptions(Default.Options));
        var options = CreateOptions(Default.Options);
        options.Converters.Add(new UtcInstantConverter());
        Utc = new BridgeJson(options);
    }

    /// <summary>
    /// The same documents with every instant in UTC: for comparing, never for keeping. An instant is the same wherever it is
    /// told, so the offset that a rail gives it is kept in records and is no difference between them.
    /// </summary>
    public static BridgeJson Utc { get; }

    /// <summary>The settings every canonical document uses, for contexts of other assemblies.</summary>
    public static JsonSerializerOptions CreateOptions(JsonSerializerOptions generated) =>
        new(generated) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null };
}
