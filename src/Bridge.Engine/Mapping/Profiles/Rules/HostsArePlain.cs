using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A host is no plain host name, or is itself replaced further on.</summary>
internal sealed class HostsArePlain : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-009",
        nameof(HostsArePlain),
        Severity.Blocking,
        "A host is no plain host name, or is itself replaced further on.",
        "Write hosts without scheme, path or port, and the final host on the right.");

    public void Check(ProfileSubject profile)
    {
        var hosts = profile.Definition.Links.Hosts;
        foreach (var (from, to) in hosts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var host in new[] { from, to }.Where(host => Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)))
            {
                profile.Report(Definition, host, "'links.hosts' holds something that is no host name.", "links", "hosts", from);
            }

            if (hosts.ContainsKey(to))
            {
                profile.Report(Definition, to, $"'{to}' stands on the left as well; hosts are replaced once.", "links", "hosts", from);
            }
        }
    }
}
