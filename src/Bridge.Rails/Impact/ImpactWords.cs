using Bridge.Model.Contracts;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;

namespace Bridge.Rails.Impact;

/// <summary>
/// impact.com's enumerations in canonical words (sheet, section 5). A word that is not listed becomes Unknown, and the caller
/// says so: the network adds words inside a version.
/// </summary>
internal static class ImpactWords
{
    public static PartnerStatus PartnerStatus(string? state) => Upper(state) switch
    {
        "ACTIVE" => Model.Partners.PartnerStatus.Active,
        "PENDING" => Model.Partners.PartnerStatus.Pending,
        "DECLINED" => Model.Partners.PartnerStatus.Declined,
        "EXPIRED" => Model.Partners.PartnerStatus.Removed,
        "SUSPENDED" => Model.Partners.PartnerStatus.Suspended,
        "DEACTIVATED" or "CLOSING" or "CLOSED" => Model.Partners.PartnerStatus.Closed,
        _ => Model.Partners.PartnerStatus.Unknown,
    };

    /// <summary>Whether a state is a listed one; NOT_APPLICABLE is, and says nothing.</summary>
    public static bool IsPartnerState(string? state) =>
        Upper(state) is "NOT_APPLICABLE" || PartnerStatus(state) != Model.Partners.PartnerStatus.Unknown;

    public static PartnerKind PartnerKind(string? promotionMethod) => Upper(promotionMethod) switch
    {
        "CONTENT" or "WEBSITE" or "SYNDICATION_BLOG_NETWORKS" => Model.Partners.PartnerKind.Content,
        "COUPON" => Model.Partners.PartnerKind.Coupon,
        "CASHBACK" or "LOYALTY" or "INCENTIVIZED" => Model.Partners.PartnerKind.Cashback,
        "SOCIAL_MEDIA_INFLUENCER" => Model.Partners.PartnerKind.Influencer,
        "EMAIL" => Model.Partners.PartnerKind.Email,
        "CPA_NETWORK" => Model.Partners.PartnerKind.SubNetwork,
        "SERVICE_PROVIDER" or "CONSUMER_SOFTWARE" or "MOBILE" => Model.Partners.PartnerKind.Technology,
        "SEARCH" or "SHOPPING" => Model.Partners.PartnerKind.Search,
        "OFFLINE" or "OTHER" => Model.Partners.PartnerKind.Other,
        _ => Model.Partners.PartnerKind.Unknown,
    };

    public static ContractStatus ContractStatus(string? status) => Upper(status) switch
    {
        "ACTIVE" => Model.Contracts.ContractStatus.Active,
        "PENDING" => Model.Contracts.ContractStatus.Pending,
        "UPCOMING" => Model.Contracts.ContractStatus.Upcoming,
        "EXPIRED" => Model.Contracts.ContractStatus.Expired,
        "DECLINED" => Model.Contracts.ContractStatus.Declined,
        _ => Model.Contracts.ContractStatus.Unknown,
    };

    public static ProgramStatus ProgramStatus(string? state) => Upper(state) switch
    {
        "ACTIVE" => Model.Programs.ProgramStatus.Active,
        "SETUP" or "SETUP_COMPLETE" or "AWAITING_REVIEW" => Model.Programs.ProgramStatus.Setup,
        "DELINQUENT" or "DEACTIVATED" => Model.Programs.ProgramStatus.Paused,
        "CANCELLED" or "CLOSED" or "REJECTED" => Model.Programs.ProgramStatus.Closed,
        _ => Model.Programs.ProgramStatus.Unknown,
    };

    public static PromoCodeStatus PromoCodeStatus(string? state) => Upper(state) switch
    {
        "ACTIVE" => Model.Promotions.PromoCodeStatus.Active,
        "INACTIVE" => Model.Promotions.PromoCodeStatus.Expired,
        _ => Model.Promotions.PromoCodeStatus.Unknown,
    };

    private static string? Upper(string? word) => word?.Trim().ToUpperInvariant();
}
