namespace Bridge.Simulation.Impact.State;

/// <summary>Compares web addresses as the rail's import and its deep link check do.</summary>
internal static class WebHost
{
    /// <summary>Host in lower case without a leading <c>www.</c>, or null when the text holds none.</summary>
    public static string? Of(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;

        var text = address.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "https://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;

        var host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>Whether a deep link may lead to a host.</summary>
    public static bool IsPermitted(IEnumerable<string> permitted, string? address) =>
        Of(address) is { } host && permitted.Any(entry => Covers(entry, host));

    private static bool Covers(string entry, string host) =>
        entry.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(entry[1..].ToLowerInvariant(), StringComparison.Ordinal)
            : string.Equals(Of(entry), host, StringComparison.Ordinal);
}
