namespace Bridge.Model.Partners;

/// <summary>A site, app or channel of a partner.</summary>
/// <param name="Url">Absolute URL with scheme.</param>
/// <param name="Kind">Rail's word in lower case: <c>website</c>, <c>mobile</c>, <c>social</c>; null when unknown.</param>
public sealed record WebProperty(string Url, string? Kind = null)
{
    /// <summary>Host without a leading <c>www.</c>, lower case; null when the URL has no host. Two equal hosts suggest one partner.</summary>
    public string? Domain() => DomainOf(Url);

    /// <summary>Host of a URL or bare domain without a leading <c>www.</c>, lower case; null when there is none.</summary>
    public static string? DomainOf(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return null;
        }

        var text = url.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return null;
        }

        var host = uri.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
