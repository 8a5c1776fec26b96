using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Impact.Files;
using Bridge.Rails.Impact.Portal;
using Bridge.Rails.Impact.Reading;
using Bridge.Rails.Impact.Writing;

namespace Bridge.Rails.Impact;

/// <summary>One open connection. There is no reader of tracking links: impact.com lists none.</summary>
internal sealed class ImpactRail : IRail
{
    private readonly RailHttpClient http;
    private readonly ImpactOptions options;
    private readonly object[] ports;

    public ImpactRail(string connection, ImpactOptions options, RailHttpClient http, RailEnvironment environment)
    {
        Connection = connection;
        this.options = options;
        this.http = http;
        var client = new ImpactClient(http, options, CallPriority.Read);
        var guard = new ImpactClient(http, options, CallPriority.Verify);
        var writer = new ImpactClient(http, options, CallPriority.Verify, asWriter: true);
        var pages = new ImpactPages(connection);
        var translator = new ImpactTranslator(ImpactMaps.Build(), new PartnerPeople(environment.Personal, connection), options.ProgramId);
        var packs = new ImpactFilePackFormat(environment.Personal, options.Templates);
        ports =
        [
            new ImpactProgramReader(client, options, connection),
            new ImpactPartnerReader(client, translator, pages),
            new ImpactPartnerGroupReader(client, translator, pages),
            new ImpactContractReader(client, pages),
            new ImpactPromoCodeReader(client, translator, pages, options.ProgramId),
            new ImpactDealReader(client, pages, options.ProgramId),
            new ImpactConversionReader(client, pages, environment.Time),
            new ImpactPartnerWriter(client, options, environment.Personal, connection),
            new ImpactPartnerGroupWriter(client),
            new ImpactApplicationWriter(client),
            new ImpactTrackingLinkWriter(client, connection),
            new ImpactPromoCodeWriter(client, options, connection),
            new ImpactDealWriter(client, options, connection),
            new PartnerLookup(guard, pages, environment.Personal),
            new PartnerGroupLookup(guard, pages),
            new PromoCodeLookup(guard, pages),
            new DealLookup(guard, pages),
            new ImpactWriteBudget(http.Pacer),
            new ImpactWriteIdentity(writer, options, connection),
            packs,
            new ImpactPortalGuide(options.ProgramId),
            new ImpactTrackingLinkForm(),
            new ImpactConnectionCheck(guard, writer, options, connection, http.Pacer, environment.Time, packs),
            new ImpactScopes(guard, writer, options, environment.Time),
        ];
    }

    public RailDescriptor Descriptor => ImpactDescriptor.Value;

    public string Connection { get; }

    public IRateBudgetView? RateBudget => http.Pacer;

    public TPort? Port<TPort>()
        where TPort : class => ports.OfType<TPort>().FirstOrDefault();

    public string Describe() => options.Describe();

    public ValueTask DisposeAsync() => http.DisposeAsync();
}
