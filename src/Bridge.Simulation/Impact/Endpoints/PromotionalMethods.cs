namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The promotional methods a partner may have (Brand API v14, partner creation).</summary>
internal static class PromotionalMethods
{
    public static readonly string[] All =
    [
        "EMAIL", "SEARCH", "LOYALTY", "COUPON", "SYNDICATION_BLOG_NETWORKS", "CPA_NETWORK", "MOBILE", "CONTENT", "SHOPPING",
        "SOCIAL_MEDIA_INFLUENCER", "SERVICE_PROVIDER", "CONSUMER_SOFTWARE", "INCENTIVIZED", "OFFLINE", "OTHER", "CASHBACK",
    ];
}
