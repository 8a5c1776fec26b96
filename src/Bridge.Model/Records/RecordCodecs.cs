using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Json;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Model.Records;

/// <summary>The record layout of every entity.</summary>
public static class RecordCodecs
{
    /// <summary>Partner groups.</summary>
    public static IRecordCodec<PartnerGroup> PartnerGroup { get; } =
        new JsonRecordCodec<PartnerGroup>(EntityKind.PartnerGroup, group => group.Id.Value, BridgeJson.Default.PartnerGroup, BridgeJson.Utc.PartnerGroup);

    /// <summary>Partners.</summary>
    public static IRecordCodec<Partner> Partner { get; } =
        new JsonRecordCodec<Partner>(EntityKind.Partner, partner => partner.Id.Value, BridgeJson.Default.Partner, BridgeJson.Utc.Partner);

    /// <summary>Contracts.</summary>
    public static IRecordCodec<Contract> Contract { get; } =
        new JsonRecordCodec<Contract>(EntityKind.Contract, contract => contract.Id.Value, BridgeJson.Default.Contract, BridgeJson.Utc.Contract);

    /// <summary>Deals.</summary>
    public static IRecordCodec<Deal> Deal { get; } =
        new JsonRecordCodec<Deal>(EntityKind.Deal, deal => deal.Id.Value, BridgeJson.Default.Deal, BridgeJson.Utc.Deal);

    /// <summary>Promo codes.</summary>
    public static IRecordCodec<PromoCode> PromoCode { get; } =
        new JsonRecordCodec<PromoCode>(EntityKind.PromoCode, code => code.Id.Value, BridgeJson.Default.PromoCode, BridgeJson.Utc.PromoCode);

    /// <summary>Tracking links.</summary>
    public static IRecordCodec<TrackingLink> TrackingLink { get; } = new TrackingLinkCodec();

    /// <summary>Conversions.</summary>
    public static IRecordCodec<Conversion> Conversion { get; } = new ConversionCodec();
}
