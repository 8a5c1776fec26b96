using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.House.Reading;

/// <summary>The program as the settings state it.</summary>
internal sealed class HouseProgramReader(HouseOptions options) : IProgramReader
{
    /// <inheritdoc />
    public Task<Model.Programs.Program> ReadProgramAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new Model.Programs.Program
        {
            Id = new ProgramId(options.ProgramId),
            AccountId = options.AccountId,
            Name = options.ProgramName,
            Status = ProgramStatus.Active,
            Currency = options.Currency,
            TrackingHost = options.TrackingHost,
            DefaultLandingPage = options.DefaultLandingPage,
            DeepLinking = true,
            PermittedHosts = options.PermittedHosts.ToValueList(),
        });
    }
}
