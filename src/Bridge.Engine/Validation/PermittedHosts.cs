namespace Bridge.Engine.Validation;

/// <summary>The hosts that a program lets links lead to.</summary>
internal sealed class PermittedHosts
{
    private readonly HashSet<string> exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> suffixes = [];

    /// <param name="hosts">Hosts; a leading <c>*.</c> allows subdomains, not the host itself. None means that the rail does not restrict.</param>
    public PermittedHosts(IEnumerable<string> hosts)
    {
        foreach (var host in hosts.Select(host => host.Trim().TrimEnd('.')).Where(host => host.Length > 0))
        {
            if (host.StartsWith("*.", StringComparison.Ordinal))
            {
                suffixes.Add(host[1..]);
            }
            else
            {
                exact.Add(host);
            }
        }
    }

    /// <summary>False when every host is allowed.</summary>
    public bool Restricts => exact.Count > 0 || suffixes.Count > 0;

    /// <summary>
    /// True when links may lead there. A host with and without <c>www.</c> is one host to the people who fill in such lists,
    /// and nobody else can own one of the two.
    /// </summary>
    public bool Allows(string host)
    {
        if (!Restricts)
        {
            return true;
        }

        var bare = host.TrimEnd('.');
        var twin = bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : "www." + bare;
        return exact.Contains(bare) || exact.Contains(twin)
            || suffixes.Exists(suffix => bare.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && bare.Length > suffix.Length);
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", exact.Concat(suffixes.Select(suffix => "*" + suffix)).Order(StringComparer.OrdinalIgnoreCase));
}
