using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Impact.Writing;

namespace Bridge.Rails.Impact;

/// <summary>What impact.com is and can do, as data (sheet, sections 5 to 7).</summary>
internal static class ImpactDescriptor
{
    public const string Id = "impact";

    public static RailDescriptor Value { get; } = new()
    {
        Id = Id,
        DisplayName = "impact.com",
        ConnectorVersion = "1.0",
        Documentation =
        [
            "https://integrations.impact.com/impact-brand/reference",
            "https://integrations.impact.com/brand-api-reference",
            "https://integrations.impact.com/impact-agency/reference",
        ],
        Settings = ImpactOptions.Descriptors.ToValueList(),
        Capabilities = new RailCapabilities
        {
            Entities =
            [
                new(EntityKind.Program, EntityAccess.Read, "Campaigns: state, tracking domain, deep-link domains."),
                new(EntityKind.PartnerGroup, EntityAccess.ReadWrite, "MediaPartnerGroups with their members."),
                new(EntityKind.Template, EntityAccess.None, "No endpoint: built by a person in the portal, seen by the contracts made from them."),
                new(EntityKind.Partner, EntityAccess.ReadWrite, "MediaPartners: every partner is read; direct partners are made, the three values set, nothing else."),
                new(EntityKind.Contract, EntityAccess.ReadWrite, "Contracts, one pass per status; of writes only accept and decline."),
                new(EntityKind.Deal, EntityAccess.ReadWrite, "Deals for the entire store."),
                new(EntityKind.TrackingLink, EntityAccess.Write, "TrackingLinks can be made and never listed: they rest on receipts and the id map."),
                new(EntityKind.PromoCode, EntityAccess.ReadWrite, "PromoCodes: made and expired, never changed."),
                new(EntityKind.Conversion, EntityAccess.Read, "Actions by event time, without items."),
            ],
            Operations = ImpactOperations.All.ToValueList(),
            PartnerEntries =
            [
                PartnerEntry.AcceptApplication,
                PartnerEntry.CreateDirectly,
                PartnerEntry.ProspectFile,
                PartnerEntry.ImportFile,
                PartnerEntry.InviteInPortal,
            ],
            ReferenceSchemes = ImpactTranslator.ValueSchemes.ToValueList(),
            ComputedLinks = [LinkKind.Regular, LinkKind.Deep],
            SubIdNames = ["subId1", "subId2", "subId3", "sharedId"],
            SubIdMaxLength = ImpactTrackingLinkWriter.LongestSubId,
            Terms = new TermExpressiveness
            {
                // Recurring commission has no published field, so it is not declared: it becomes a manual step.
                Kinds = ["percentOfSale", "flatPerAction", "tiered", "bonus", "cap", "timeBoxed", "slottingFee"],
                TierBases = [TierBasis.PeriodRevenue, TierBasis.PeriodCount],
                TierModes = [TierMode.Marginal],
                ScopeFields = [ScopeField.Product, ScopeField.Category, ScopeField.CustomerStatus, ScopeField.CustomerCountry, ScopeField.Device],
                Attributions = [AttributionRule.LastTouch, AttributionRule.FirstTouch],
                ClickWindow = true,
                ViewWindow = true,
                Locking = true,
                PayoutSchedule = true,
                MinimumPayout = false,
                SeveralContractsPerPartner = false,
                TemplatesInPortal = true,
                PercentDecimals = 2,
            },
        },
    };
}
