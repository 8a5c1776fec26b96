using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Impact;

/// <summary>How impact.com wants to be called (sheet, sections 2 and 3).</summary>
internal static class ImpactHttp
{
    /// <summary>Version that every call asks for; without it the account's own version answers, in another shape.</summary>
    public const string Version = "14";

    /// <summary>Headers of every call: without Accept some endpoints answer in XML.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>
    {
        ["Accept"] = "application/json",
        ["IR-Version"] = Version,
    };

    public static RailHttpProfile Profile(int requestsPerHour) => new()
    {
        Groups =
        [
            RateGroup.Of(new RateLimit
            {
                Name = RateGroup.Default,
                Permits = requestsPerHour,
                Window = TimeSpan.FromHours(1),
                Kind = RateLimitKind.SlidingWindow,
                Source = "impact.com, Rate Limits: 1,000 requests an hour per account; how the hour is counted is not said, sliding is the safe reading",
            }),
        ],
        MaxConcurrency = new(4, "impact.com publishes nothing; assumed by the rail sheet, section 3"),
    };
}
