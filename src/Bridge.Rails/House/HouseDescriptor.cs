using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House;

/// <summary>What the house format can do, as data.</summary>
internal static class HouseDescriptor
{
    /// <summary>Rail id.</summary>
    public const string RailId = "house";

    /// <summary>Reference scheme of the network's partner id.</summary>
    public const string IdScheme = "house.id";

    /// <summary>The descriptor.</summary>
    public static RailDescriptor Value { get; } = new()
    {
        Id = RailId,
        DisplayName = "House format",
        ConnectorVersion = "1.0.0",
        Capabilities = new RailCapabilities
        {
            Entities =
            [
                new(EntityKind.Program, EntityAccess.Read, "As the settings state it."),
                new(EntityKind.PartnerGroup, EntityAccess.Read, "Group list, and groups that only partners name."),
                new(EntityKind.Partner, EntityAccess.Read, "Partner list."),
                new(EntityKind.Contract, EntityAccess.Read, "Contract list, one row per term or tier."),
                new(EntityKind.TrackingLink, EntityAccess.Read, "Link list."),
                new(EntityKind.PromoCode, EntityAccess.Read, "Code list."),
                new(EntityKind.Conversion, EntityAccess.Read, "Conversion list."),
            ],
            Terms = new TermExpressiveness
            {
                Kinds = ["percentOfSale", "flatPerAction", "tiered", "recurring", "bonus", "cap", "timeBoxed", "slottingFee"],
                TierBases = [TierBasis.Undeclared, TierBasis.OrderValue, TierBasis.PeriodRevenue, TierBasis.PeriodCount],
                TierModes = [TierMode.Marginal, TierMode.Retroactive, TierMode.Undeclared],
                ScopeFields =
                [
                    ScopeField.Product, ScopeField.Category, ScopeField.Brand, ScopeField.CustomerStatus, ScopeField.CustomerCountry,
                    ScopeField.Coupon, ScopeField.SubPartner, ScopeField.Device, ScopeField.Plan, ScopeField.Other,
                ],
                Attributions = [AttributionRule.LastTouch, AttributionRule.FirstTouch, AttributionRule.Linear, AttributionRule.PositionBased, AttributionRule.RegisteredDealFirst],
                ClickWindow = true,
                ViewWindow = true,
                Locking = true,
                PayoutSchedule = true,
                MinimumPayout = true,
                EndDates = true,
                SeveralContractsPerPartner = true,
                PercentDecimals = 6,
            },
            ReferenceSchemes = [IdScheme],
        },
        Settings =
        [
            new("exportFolder", true, "Folder with the files, from the place of this file.", "exports"),
            new("programId", true, "Id of the program on its network.", "acme-shop"),
            new("currency", true, "Currency of amounts that name none.", "EUR"),
            new("accountId", false, "Account that the program belongs to; the program id when left out.", "acme"),
            new("programName", false, "Name of the program as people know it.", "Acme Shop"),
            new("columns", false, "Column map of files with other columns than those of the house format.", "house-map.yaml"),
            new("numberFormat", false, "How numbers are written in files that leave it open: auto, 1,234.56 or 1.234,56.", "auto"),
            new("dateOrder", false, "Order of dates such as 3/4/26 in files that leave it open: auto, mdy, dmy or ymd.", "auto"),
            new("timeZone", false, "Offset or zone of times that name none.", "Europe/Paris"),
            new("exportDate", false, "Day of the export, by which contracts and codes have ended or not; today when left out.", "2026-06-30"),
            new("trackingHost", false, "Host of tracking links.", "click.example"),
            new("defaultLandingPage", false, "Where a link without destination leads.", "https://shop.example/"),
            new("permittedHosts", false, "Hosts that destinations may have, one or a list; any when left out.", "shop.example"),
            .. HouseSchemas.All.Select(TableSettings.Of),
        ],
        Tables = HouseSchemas.All,
        TableFolder = "exportFolder",
        Templates = HouseSchemas.All,
    };
}
