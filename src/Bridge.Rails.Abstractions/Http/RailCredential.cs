using System.Net.Http.Headers;
using System.Text;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>The kinds of credentials rails use.</summary>
public static class RailCredential
{
    /// <summary>No credential: token endpoints and public pages.</summary>
    public static IRailCredential None { get; } = new StaticCredential([], _ => { });

    /// <summary>HTTP Basic.</summary>
    public static IRailCredential Basic(string user, SecretText password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var header = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}")));
        return new StaticCredential([password, new(header.Parameter!)], request => request.Headers.Authorization = header);
    }

    /// <summary>A bearer token that does not expire.</summary>
    public static IRailCredential Bearer(SecretText token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var header = new AuthenticationHeaderValue("Bearer", token.Reveal());
        return new StaticCredential([token], request => request.Headers.Authorization = header);
    }

    /// <summary>A header of the rail's own.</summary>
    public static IRailCredential Header(string name, SecretText value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new StaticCredential([value], request =>
        {
            request.Headers.Remove(name);
            request.Headers.Add(name, value.Reveal());
        });
    }

    /// <summary>A query parameter, for rails that know nothing better. The address with the secret never leaves the handler.</summary>
    public static IRailCredential Query(string name, SecretText value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var parameter = $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value.Reveal())}";
        return new StaticCredential([value, new(Uri.EscapeDataString(value.Reveal()))], request =>
        {
            var address = new UriBuilder(request.RequestUri!);
            address.Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{parameter}" : parameter;
            request.RequestUri = address.Uri;
        });
    }

    /// <summary>
    /// A token that is fetched when needed and renewed before it expires or after the rail refused it. However many calls
    /// wait, one fetch runs: some rails invalidate the old token with each new one.
    /// </summary>
    /// <param name="fetch">
    /// Fetches a new token, by a client without credential whose request is marked as a read. That client needs a rate account
    /// of its own: writes that wait for the token hold permits of this one.
    /// </param>
    /// <param name="time">Clock for the lifetime.</param>
    /// <param name="scheme">Scheme of the Authorization header.</param>
    public static IRailCredential Token(Func<CancellationToken, Task<AccessToken>> fetch, TimeProvider time, string scheme = "Bearer") =>
        new TokenCredential(fetch, time, scheme);

    private sealed class StaticCredential(IReadOnlyList<SecretText> secrets, Action<HttpRequestMessage> apply) : IRailCredential
    {
        public IReadOnlyList<SecretText> Secrets => secrets;

        public bool CanRenew => false;

        public ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            apply(request);
            return ValueTask.CompletedTask;
        }

        public bool Refused(HttpRequestMessage request) => true;
    }
}
