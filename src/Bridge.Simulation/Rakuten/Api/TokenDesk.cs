using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary>Access tokens of the house account. There is never more than one: a new token ends the one before.</summary>
internal sealed class TokenDesk(SimulatedRakutenOptions options, SeedMixer seeds, TimeProvider time)
{
    private const int LifeInSeconds = 3600;

    private string? _token;
    private string? _refreshToken;
    private DateTimeOffset _expires;
    private int _issued;

    public SimulatedResponse Issue(SimulatedRequest request)
    {
        if (!IsClient(request.Header("Authorization")))
        {
            return Replies.Fault(request, options, 401, 900901, "Invalid Credentials", "The token key is wrong or missing.");
        }

        var form = Form(request.Body.Span);
        if (form.GetValueOrDefault("scope") is not { Length: > 0 } scope)
        {
            return Denied("invalid_request", "scope, the site id of the account, is required");
        }

        if (scope != options.HouseSid)
        {
            return Denied("invalid_scope", "the account has no such site");
        }

        var grant = form.GetValueOrDefault("grant_type", "password");
        if (grant == "refresh_token" && (_refreshToken is null || form.GetValueOrDefault("refresh_token") != _refreshToken))
        {
            return Denied("invalid_grant", "the refresh token is unknown");
        }

        if (grant is not ("password" or "refresh_token" or "client_credentials"))
        {
            return Denied("unsupported_grant_type", "use password or refresh_token");
        }

        return Answer(request);
    }

    /// <summary>Null when the call carries the current token, else the refusal.</summary>
    public SimulatedResponse? Refuse(SimulatedRequest request)
    {
        if (request.Header("Authorization") is not { } header)
        {
            return Replies.Fault(request, options, 401, 900902, "Missing Credentials", "The call carries no access token.");
        }

        if (_token is null || header != $"Bearer {_token}")
        {
            return Replies.Fault(request, options, 401, 900901, "Invalid Credentials", "The access token is unknown or was replaced.");
        }

        return time.GetUtcNow() >= _expires
            ? Replies.Fault(request, options, 401, 900903, "Access Token Expired", "The access token is too old.")
            : null;
    }

    private SimulatedResponse Answer(SimulatedRequest request)
    {
        _issued++;
        _token = Secret(2 * _issued);
        _refreshToken = Secret((2 * _issued) + 1);
        _expires = time.GetUtcNow().AddSeconds(LifeInSeconds);
        return Replies.WantsJson(request, options)
            ? Replies.Json(200, new JsonObject
            {
                ["access_token"] = _token,
                ["refresh_token"] = _refreshToken,
                ["token_type"] = "bearer",
                ["expires_in"] = LifeInSeconds,
            })
            : Replies.Text(200, "application/xml; charset=UTF-8", string.Create(
                CultureInfo.InvariantCulture,
                $"<token><access_token>{_token}</access_token><refresh_token>{_refreshToken}</refresh_token><token_type>bearer</token_type><expires_in>{LifeInSeconds}</expires_in></token>"));
    }

    private string Secret(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{seeds.Number(Purpose.Tokens, number):x16}{seeds.Number(Purpose.Tokens, -number):x16}");

    /// <summary>Both schemes are in use among working clients.</summary>
    private bool IsClient(string? header)
    {
        var key = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        return header == $"Bearer {key}" || header == $"Basic {key}";
    }

    private static SimulatedResponse Denied(string error, string description) =>
        Replies.Json(400, new JsonObject { ["error"] = error, ["error_description"] = description });

    private static Dictionary<string, string> Form(ReadOnlySpan<byte> body)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Replace('+', ' ').Split('=', 2);
            form[Uri.UnescapeDataString(parts[0])] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        }

        return form;
    }
}
