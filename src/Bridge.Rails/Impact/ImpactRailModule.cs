using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.Impact;

/// <summary>The impact.com rail, brand side.</summary>
internal sealed class ImpactRailModule : IRailModule
{
    public RailDescriptor Descriptor => ImpactDescriptor.Value;

    public IRail? Open(SettingsReader settings, RailEnvironment environment, ICollection<Finding> findings)
    {
        var before = findings.Count;
        var options = ImpactOptions.Read(settings, () => findings.Skip(before).Any(finding => finding.Severity == Severity.Blocking));
        if (options is null)
        {
            return null;
        }

        var http = RailHttpClientFactory.Create(RailHttpOptions.For(
            environment, ImpactDescriptor.Id, settings.Connection, options.BaseUrl, ImpactHttp.Profile(options.RequestsPerHour), options.User) with
        {
            Credential = new ImpactCredential(options, settings.Connection),
            Classifier = ImpactErrors.Classify,
            Headers = ImpactHttp.Headers,
        });
        return new ImpactRail(settings.Connection, options, http, environment);
    }
}
