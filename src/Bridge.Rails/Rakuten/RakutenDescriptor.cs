using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten;

/// <summary>What the connector can do, as data.</summary>
internal static class RakutenDescriptor
{
    /// <summary>Rail id.</summary>
    public const string RailId = "rakuten";

    /// <summary>The descriptor.</summary>
    public static RailDescriptor Value { get; } = new()
    {
        Id = RailId,
        DisplayName = "Rakuten Advertising",
        ConnectorVersion = "1.0.0",
        PartnerIdsAreRailWide = true,
        Documentation =
        [
            "https://pubhelp.rakutenadvertising.com/hc/en-us/articles/360061521052",
            "https://pubhelp.rakutenadvertising.com/hc/en-us/articles/11459139039373",
            "https://pubhelp.rakutenadvertising.com/hc/en-us/articles/360059976411",
            "https://github.com/MeltanoLabs/tap-rakutenadvertising",
        ],
        Capabilities = new RailCapabilities
        {
            Entities =
            [
                new(EntityKind.Program, EntityAccess.Read, "As the settings state it: an advertiser's own program cannot be read."),
                new(EntityKind.PartnerGroup, EntityAccess.Read, "Groups that report or overview name."),
                new(EntityKind.Partner, EntityAccess.Read, "Publisher Overview exports joined with the report; e-mails are incomplete, postal addresses come from the contact sheet alone."),
                new(EntityKind.Contract, EntityAccess.Read, "Offer assignments with terms of the offer sheet, or of the publisher API for the offers that a house account sees."),
                new(EntityKind.TrackingLink, EntityAccess.Read, "Link export; deep links that publishers made themselves are stored nowhere."),
                new(EntityKind.PromoCode, EntityAccess.Read, "The brand's own coupon list: Rakuten does not know who owns a code."),
                new(EntityKind.Conversion, EntityAccess.Read, "Saved custom report, as files or from the Reporting API; corrections are rows of their own."),
            ],
            Terms = new TermExpressiveness
            {
                Kinds = ["percentOfSale", "flatPerAction", "tiered"],
                TierBases = [TierBasis.Undeclared, TierBasis.OrderValue, TierBasis.PeriodRevenue, TierBasis.PeriodCount],
                TierModes = [TierMode.Retroactive, TierMode.Undeclared],
                ScopeFields =
                [
                    ScopeField.Product, ScopeField.Category, ScopeField.Brand, ScopeField.CustomerStatus, ScopeField.CustomerCountry,
                    ScopeField.Coupon, ScopeField.SubPartner, ScopeField.Device, ScopeField.Other,
                ],
                Attributions = [AttributionRule.LastTouch, AttributionRule.FirstTouch],
                ClickWindow = true,
                Locking = true,
                SeveralContractsPerPartner = true,
                PercentDecimals = 4,
            },
            ReferenceSchemes = [PartnerTranslator.SidScheme, PartnerTranslator.EncryptedIdScheme],
            SubIdNames = [LinkTranslator.U1],
            SubIdMaxLength = 72,
        },
        Settings =
        [
            new("exportFolder", true, "Folder with the exports of dashboard and reports, from the place of this file.", "exports"),
            new("advertiserId", true, "Numeric advertiser id (MID); one connection per MID.", "38207"),
            new("currency", true, "Currency of the Rakuten network: reports carry none.", "USD"),
            new("programName", false, "Name of the program as people know it.", "Acme Shop US"),
            new("numberFormat", false, "How numbers are written in files that leave it open: auto, 1,234.56 or 1.234,56.", "auto"),
            new("dateOrder", false, "Order of dates such as 3/4/26 in files that leave it open: auto, mdy, dmy or ymd.", "auto"),
            new("timeZone", false, "Zone of the times in the exports: a name such as America/New_York, or an offset.", "+00:00"),
            new("exportDate", false, "Day of the export, by which contracts and codes have ended or not; today when left out.", "2026-06-30"),
            .. ExportSchemas.All.Select(TableSettings.Of),
            new("commissioningLists", false, "Folder with the commissioning lists, one TXT file per list, from the export folder.", "commissioning-lists"),
            new("baseUrl", false, "Address of the publisher API.", "https://api.linksynergy.com"),
            new("clientId", false, "Client id of a house publisher account, by reference.", "env:RAKUTEN_CLIENT_ID"),
            new("clientSecret", false, "Its client secret, by reference.", "env:RAKUTEN_CLIENT_SECRET"),
            new("publisherSid", false, "Its site id, the scope of its token.", "1234567"),
            new("tokenScheme", false, "Scheme of the token request: Bearer as documented, Basic if that is refused.", "Bearer"),
            new("reportingBaseUrl", false, "Address of the Reporting API.", "https://ran-reporting.rakutenmarketing.com"),
            new("reportKey", false, "Key of the saved report, or a list of keys; replaces report files.", "publisher-orders"),
            new("reportToken", false, "Token of the Reporting API, by reference.", "env:RAKUTEN_REPORT_TOKEN"),
            new("reportLanguage", false, "Language of the report in its address.", "en"),
            new("reportNetwork", false, "Network id of the report; all networks when left out.", "1"),
            new("reportDays", false, "Days before the export date that are fetched, 1 to 1095.", "365"),
        ],
        Tables = ExportSchemas.All,
        TableFolder = "exportFolder",
        Templates = ExportSchemas.Templates,
    };
}
