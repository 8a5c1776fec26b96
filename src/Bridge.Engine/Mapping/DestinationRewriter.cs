using Bridge.Engine.Mapping.Profiles;

namespace Bridge.Engine.Mapping;

/// <summary>Destinations of links: repaired where they are damaged in known ways, otherwise kept to the letter but for what the profile replaces.</summary>
internal sealed class DestinationRewriter(LinkSection rules)
{
    private const int MostDecodings = 3;

    /// <summary>The destination on the target; null with a finding when it is no web address.</summary>
    public string? Rewrite(string destination, MappingNotes notes)
    {
        var text = WithScheme(Decoded(destination.Trim(), notes), notes);
        if (WebAddress.Read(text) is not { } address)
        {
            notes.Report(MappingFindings.DestinationUnreadable, "destination", destination, "The destination must be an absolute http or https address without credentials and spaces.");
            return null;
        }

        if (rules.Hosts.TryGetValue(address.Host, out var host))
        {
            notes.Why.Add($"links.hosts: {address.Host} is {host} now");
            text = address.WithHost(host);
        }

        return rules.DropParameters.Count == 0 ? text : WithoutParameters(text);
    }

    /// <summary>Decodes an address that is encoded as a whole. Addresses nested in its query stay as they are.</summary>
    private static string Decoded(string text, MappingNotes notes)
    {
        var decoded = text;
        for (var round = 0; round < MostDecodings && IsEncoded(decoded); round++)
        {
            decoded = Uri.UnescapeDataString(decoded);
        }

        if (!ReferenceEquals(decoded, text))
        {
            notes.Report(MappingFindings.DestinationDecoded, "destination", text, $"It becomes '{decoded}'.");
        }

        return decoded;
    }

    private static bool IsEncoded(string text) =>
        text.StartsWith("http%", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https%", StringComparison.OrdinalIgnoreCase);

    private string WithScheme(string text, MappingNotes notes)
    {
        var bare = text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : text;
        var end = bare.AsSpan().IndexOfAny("/?#:");
        var host = end < 0 ? bare : bare[..end];
        if (text.Contains("://", StringComparison.Ordinal) && end >= 0 && bare[end] == ':' && !host.Contains('.', StringComparison.Ordinal))
        {
            return text;
        }

        if (!host.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(host) != UriHostNameType.Dns)
        {
            return text;
        }

        var repaired = $"{rules.Scheme}://{bare}";
        notes.Report(MappingFindings.DestinationSchemeAdded, "destination", text, $"It becomes '{repaired}'.");
        return repaired;
    }

    private string WithoutParameters(string text)
    {
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var tail = fragment < 0 ? "" : text[fragment..];
        var head = fragment < 0 ? text : text[..fragment];
        var query = head.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return text;
        }

        var parts = head[(query + 1)..].Split('&');
        string[] kept = [.. parts.Where(part => !rules.DropParameters.Contains(part.Split('=', 2)[0]))];
        return kept.Length == parts.Length ? text : head[..query] + (kept.Length == 0 ? "" : "?" + string.Join('&', kept)) + tail;
    }
}
