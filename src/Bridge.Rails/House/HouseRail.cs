using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.House.Reading;

namespace Bridge.Rails.House;

/// <summary>One open connection.</summary>
internal sealed class HouseRail : IRail
{
    private readonly HouseSource source;
    private readonly object[] ports;

    public HouseRail(HouseOptions options, RailEnvironment environment)
    {
        source = new HouseSource(options, environment.Time);
        ports =
        [
            new HouseProgramReader(options),
            new HousePartnerGroupReader(source),
            new HousePartnerReader(source, environment.Personal),
            new HouseContractReader(source),
            new HouseTrackingLinkReader(source),
            new HousePromoCodeReader(source),
            new HouseConversionReader(source),
            new HouseConnectionCheck(source),
        ];
    }

    /// <inheritdoc />
    public RailDescriptor Descriptor => HouseDescriptor.Value;

    /// <inheritdoc />
    public string Connection => source.Options.Connection;

    /// <inheritdoc />
    public IRateBudgetView? RateBudget => null;

    /// <inheritdoc />
    public TPort? Port<TPort>()
        where TPort : class => ports.OfType<TPort>().FirstOrDefault();

    /// <inheritdoc />
    public string Describe() => $"House format, program {source.Options.ProgramId}, files in {source.Options.ExportFolder}";

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
