using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.House;

/// <summary>Announces the house format, for every network without a connector of its own.</summary>
internal sealed class HouseRailModule : IRailModule
{
    /// <inheritdoc />
    public RailDescriptor Descriptor => HouseDescriptor.Value;

    /// <inheritdoc />
    public IRail? Open(SettingsReader settings, RailEnvironment environment, ICollection<Finding> findings)
    {
        var before = findings.Count(finding => finding.Severity == Severity.Blocking);
        var options = HouseOptionsReader.Read(settings, findings);
        return findings.Count(finding => finding.Severity == Severity.Blocking) > before ? null : new HouseRail(options, environment);
    }
}
