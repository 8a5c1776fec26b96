namespace Bridge.Engine.Mapping;

/// <summary>A web address that is kept as it was written: hosts are found and replaced in the text, nothing is encoded again.</summary>
/// <param name="Text">The address.</param>
/// <param name="HostStart">Where the host starts in the text.</param>
/// <param name="HostLength">How long it is.</param>
internal readonly record struct WebAddress(string Text, int HostStart, int HostLength)
{
    /// <summary>Host in lower case, without port.</summary>
    public string Host => Text.Substring(HostStart, HostLength).ToLowerInvariant();

    /// <summary>Reads an absolute http or https address; null when the text is none, carries credentials or white space.</summary>
    public static WebAddress? Read(string text)
    {
        if (text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0
            || uri.Host.Length == 0)
        {
            return null;
        }

        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = text.AsSpan(start).IndexOfAny("/?#:\\");
        var length = end < 0 ? text.Length - start : end;

        // What a parser takes for the host must be what stands in the text; otherwise a check of one could pass for the other.
        return start > 3 && Uri.TryCreate($"https://{text.AsSpan(start, length)}", UriKind.Absolute, out var host)
            && string.Equals(host.IdnHost, uri.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? new WebAddress(text, start, length)
            : null;
    }

    /// <summary>The same address with another host.</summary>
    public string WithHost(string host) => string.Concat(Text.AsSpan(0, HostStart), host, Text.AsSpan(HostStart + HostLength));
}
