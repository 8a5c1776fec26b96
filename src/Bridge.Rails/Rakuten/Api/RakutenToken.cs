using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Json;

namespace Bridge.Rails.Rakuten.Api;

/// <summary>
/// Fetches access tokens of the house account. A new token ends the one before, so one credential of the process owns it and
/// fetches once however many calls wait; a token that another process replaced is renewed after its refusal.
/// </summary>
internal sealed class RakutenToken(RailHttpClient client, PublisherApiOptions options)
{
    private static readonly TimeSpan AssumedLife = TimeSpan.FromMinutes(60);

    /// <summary>A new token.</summary>
    public async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        var key = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId.Reveal()}:{options.ClientSecret.Reveal()}"));
        using var message = new HttpRequestMessage(HttpMethod.Post, "token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "password"), new("scope", options.PublisherSid)]),
        };
        message.Headers.Authorization = new AuthenticationHeaderValue(options.TokenScheme, key);
        return await client.SendAsync(message, RailRequest.Read("token.issue") with { PathTemplate = "/token" }, Read, cancellationToken);
    }

    /// <summary>JSON as asked for; XML where a gateway does not look at the Accept header.</summary>
    private static AccessToken Read(RailResponse response)
    {
        if (response.ContentType.EndsWith("xml", StringComparison.Ordinal))
        {
            var root = XDocument.Parse(response.Text()).Root;
            var life = long.TryParse(root?.Element("expires_in")?.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var written) ? written : (long?)null;
            return Token(root?.Element("access_token")?.Value ?? throw new RailFieldException("access_token", "is missing or empty"), life);
        }

        var json = response.Json();
        return Token(json.RequiredText("access_token"), json.Whole("expires_in"));
    }

    private static AccessToken Token(string token, long? seconds) =>
        new(new SecretText(token), seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : AssumedLife);
}
