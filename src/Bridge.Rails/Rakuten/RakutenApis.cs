using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Rakuten.Api;

namespace Bridge.Rails.Rakuten;

/// <summary>The network side of a connection: each part is null when it is not set up.</summary>
internal sealed class RakutenApis(PublisherApi? offers, ReportingApi? reports) : IAsyncDisposable
{
    /// <summary>Offers and commissioning lists through a house publisher account.</summary>
    public PublisherApi? Offers => offers;

    /// <summary>Saved reports.</summary>
    public ReportingApi? Reports => reports;

    /// <summary>Budget of the publisher API, else of the reports, else null.</summary>
    public IRateBudgetView? RateBudget => offers?.RateBudget ?? reports?.RateBudget;

    /// <summary>Builds the clients that the settings ask for; nothing is sent.</summary>
    public static RakutenApis Create(RakutenOptions options, RailEnvironment environment) => new(
        options.PublisherApi is { } publisher ? new PublisherApi(options, publisher, environment) : null,
        options.ReportingApi is { } reporting ? new ReportingApi(options, reporting, environment) : null);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (offers is not null)
        {
            await offers.DisposeAsync();
        }

        if (reports is not null)
        {
            await reports.DisposeAsync();
        }
    }
}
