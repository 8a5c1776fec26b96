using Bridge.Model.Identity;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>The program as the settings state it: Rakuten publishes no way to read an advertiser's own program.</summary>
internal sealed class RakutenProgramReader(RakutenOptions options) : IProgramReader
{
    /// <inheritdoc />
    public Task<Model.Programs.Program> ReadProgramAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new Model.Programs.Program
        {
            Id = new ProgramId(options.AdvertiserId),
            AccountId = options.AdvertiserId,
            Name = options.ProgramName,
            Status = ProgramStatus.Active,
            Currency = options.Currency,
            TrackingHost = "click.linksynergy.com",
            DeepLinking = true,
        });
    }
}
