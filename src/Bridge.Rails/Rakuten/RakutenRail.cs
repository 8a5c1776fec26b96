using AutoMapper;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Reading;

namespace Bridge.Rails.Rakuten;

/// <summary>One open connection: readers alone.</summary>
internal sealed class RakutenRail : IRail
{
    private readonly RakutenSource source;
    private readonly object[] ports;

    public RakutenRail(RakutenOptions options, RailEnvironment environment, IMapper mapper)
    {
        source = new RakutenSource(options, environment, RakutenApis.Create(options, environment));
        var reading = new TableReading(source.Folder.Tables, source.Pager, source.ExportDate);
        ports =
        [
            new RakutenProgramReader(options),
            new RakutenPartnerGroupReader(source),
            new RakutenPartnerReader(source, reading, new PartnerTranslator(options.Connection, environment.Personal, mapper)),
            new RakutenContractReader(source, reading),
            new RakutenTrackingLinkReader(source, reading),
            new RakutenPromoCodeReader(source, reading, mapper),
            new RakutenConversionReader(source, reading),
            new RakutenConnectionCheck(source, environment.Time),
        ];
    }

    /// <inheritdoc />
    public RailDescriptor Descriptor => RakutenDescriptor.Value;

    /// <inheritdoc />
    public string Connection => source.Options.Connection;

    /// <inheritdoc />
    public IRateBudgetView? RateBudget => source.Apis.RateBudget;

    /// <inheritdoc />
    public TPort? Port<TPort>()
        where TPort : class => ports.OfType<TPort>().FirstOrDefault();

    /// <inheritdoc />
    public string Describe()
    {
        var api = source.Options.PublisherApi is { } publisher ? $", publisher API {publisher.BaseUrl.Host}" : "";
        var reports = source.Options.ReportingApi is { } reporting ? $", reports {reporting.BaseUrl.Host}" : "";
        return $"Rakuten Advertising, MID {source.Options.AdvertiserId}, exports in {source.Options.ExportFolder}{api}{reports}";
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await source.Apis.DisposeAsync();
        source.Dispose();
    }
}
