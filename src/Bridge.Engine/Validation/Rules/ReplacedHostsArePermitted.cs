using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>Hosts are replaced by one that the target program does not permit.</summary>
internal sealed class ReplacedHostsArePermitted : IProgramRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROGRAM-004",
        nameof(ReplacedHostsArePermitted),
        Severity.Warning,
        "Hosts are replaced by one that the target program does not permit.",
        "Permit the host in the target program's settings, or correct links.hosts in the profile.");

    public IEnumerable<RuleBreach> Check(RuleContext context) =>
        context.Profile.Links.Hosts.Values
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Where(host => !context.Hosts.Allows(host))
            .Select(host => new RuleBreach("links.hosts", host, $"Permitted are: {context.Hosts}."));
}
