using AutoMapper;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.Rakuten;

/// <summary>Announces Rakuten Advertising, a source alone.</summary>
internal sealed class RakutenRailModule : IRailModule
{
    /// <inheritdoc />
    public RailDescriptor Descriptor => RakutenDescriptor.Value;

    /// <inheritdoc />
    public IRail? Open(SettingsReader settings, RailEnvironment environment, ICollection<Finding> findings)
    {
        var before = findings.Count(finding => finding.Severity == Severity.Blocking);
        var options = RakutenOptionsReader.Read(settings) with { Intake = IntakeFile.Read(settings.BasePath, settings.Connection, findings) };
        return findings.Count(finding => finding.Severity == Severity.Blocking) > before
            ? null
            : new RakutenRail(options, environment, Mapper(environment));
    }

    /// <summary>The maps of wire rows; their configuration is checked by a test.</summary>
    internal static IMapper Mapper(RailEnvironment environment) =>
        new MapperConfiguration(configuration => configuration.AddProfile<RakutenMaps>(), environment.Loggers).CreateMapper();
}
