using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Rakuten.Api;

/// <summary>How Rakuten wants to be called.</summary>
internal static class RakutenHttp
{
    private const string Sheet = "rail reference rakuten, section 3";

    /// <summary>Publisher API: a limit per minute exists, its number is published for product search alone (100).</summary>
    public static RailHttpProfile Publisher { get; } = new()
    {
        Groups =
        [
            RateGroup.Of(new RateLimit
            {
                Name = RateGroup.Default,
                Permits = 100,
                Window = TimeSpan.FromMinutes(1),
                Kind = RateLimitKind.SlidingWindow,
                Source = $"{Sheet}: known for product search, assumed for the others",
            }),
        ],
        MaxConcurrency = new Sourced<int>(2, $"{Sheet}: nothing published; pages are read one after the other"),
    };

    /// <summary>Token endpoint: an account of its own, so that a call that waits for a token never holds the token's permit.</summary>
    public static RailHttpProfile Token { get; } = new()
    {
        Groups =
        [
            RateGroup.Of(new RateLimit
            {
                Name = RateGroup.Default,
                Permits = 10,
                Window = TimeSpan.FromMinutes(1),
                Kind = RateLimitKind.SlidingWindow,
                Source = $"{Sheet}: nothing published; a token lives for an hour",
            }),
        ],
        MaxConcurrency = new Sourced<int>(1, "rail reference rakuten, section 2: each token ends the one before"),
    };

    /// <summary>Reporting API: three queries at the same time.</summary>
    public static RailHttpProfile Reports { get; } = new()
    {
        Groups =
        [
            RateGroup.Of(new RateLimit
            {
                Name = RateGroup.Default,
                Permits = 60,
                Window = TimeSpan.FromMinutes(1),
                Kind = RateLimitKind.SlidingWindow,
                Source = $"{Sheet}: only the number of queries at a time is published",
            }) with
            { MaxConcurrency = 3 },
        ],
        MaxConcurrency = new Sourced<int>(3, $"{Sheet}: three queries at the same time, more answer 429"),
        AttemptTimeout = new Sourced<TimeSpan>(TimeSpan.FromMinutes(5), "nothing published; a report of a month may be slow"),
        MaxResponseBytes = new Sourced<long>(128L << 20, "one month of orders, held in memory while it is read"),
    };

    /// <summary>Options of one of the clients.</summary>
    public static RailHttpOptions Options(RakutenOptions options, RailEnvironment environment, Uri baseUrl, RailHttpProfile profile, string account) =>
        RailHttpOptions.For(environment, RakutenDescriptor.RailId, options.Connection, Folder(baseUrl), profile, account) with
        {
            Classifier = RakutenErrors.Classify,
            Headers = new Dictionary<string, string> { ["Accept"] = "application/json" },
        };

    /// <summary>Relative addresses go below the whole path of the base address.</summary>
    private static Uri Folder(Uri baseUrl) => baseUrl.AbsolutePath.EndsWith('/') ? baseUrl : new Uri($"{baseUrl.GetLeftPart(UriPartial.Path)}/");
}
