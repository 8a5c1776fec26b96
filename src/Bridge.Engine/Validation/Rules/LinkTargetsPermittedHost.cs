using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Links;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A link leads to a host that the target program does not permit.</summary>
internal sealed class LinkTargetsPermittedHost : IRecordRule<TrackingLink, DesiredLink>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-LINK-001",
        nameof(LinkTargetsPermittedHost),
        Severity.Excluding,
        "A link leads to a host that the target program does not permit.",
        "Permit the host in the target program's settings, or replace it in the profile under links.hosts.");

    public IEnumerable<RuleBreach> Check(TrackingLink source, DesiredLink desired, RuleContext context)
    {
        if (desired.Destination is { } destination && WebAddress.Read(destination) is { } address && !context.Hosts.Allows(address.Host))
        {
            yield return new RuleBreach("destination", address.Host, $"Permitted are: {context.Hosts}.");
        }
    }
}
