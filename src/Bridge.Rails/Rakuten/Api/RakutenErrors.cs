using System.Text;
using System.Text.Json;
using System.Xml;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Json;

namespace Bridge.Rails.Rakuten.Api;

/// <summary>
/// Rakuten's error answers. The publisher API answers 403 for the rate as well as for a missing entitlement; the words of the
/// gateway tell them apart. A 403 that says neither carries <see cref="Unclear403"/>: the client waits a minute and asks once more.
/// </summary>
internal static class RakutenErrors
{
    /// <summary>Code of a 403 that names neither rate nor entitlement.</summary>
    public const string Unclear403 = "UNCLEAR_403";

    private static readonly string[] RateWords = ["throttl", "quota", "rate limit", "too many", "exceeded"];
    private static readonly string[] EntitlementWords = ["consume the service", "not authorized", "forbidden", "access denied", "not subscribed", "permission"];

    /// <summary>The meaning of an error answer; null for the kit's default.</summary>
    public static RailException? Classify(RailErrorResponse response)
    {
        var (code, message) = Read(response);
        if (response.Status != 403)
        {
            // The Reporting API says 499 where others say 500.
            return response.Status == 499 ? response.Unavailable(code, message) : response.ByStatus(code, message);
        }

        if (Says(message, RateWords))
        {
            return response.RateLimited(code, message);
        }

        return Says(message, EntitlementWords)
            ? response.Authentication(code, message)
            : response.Authentication(Unclear403, message);
    }

    private static bool Says(string? message, string[] words) =>
        message is not null && Array.Exists(words, word => message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static (string? Code, string? Message) Read(RailErrorResponse response)
    {
        if (response.Json() is not { } json)
        {
            return Xml(response.Body);
        }

        if (json.Member("errors") is { ValueKind: JsonValueKind.Array } errors)
        {
            return (null, string.Join("; ", errors.EnumerateArray().Select(error => error.ValueKind == JsonValueKind.String ? error.GetString() : Scalar(error, "message"))));
        }

        var fault = json.Member("fault") ?? json;
        var message = Scalar(fault, "message", "error_description");
        return (Scalar(fault, "code", "error"), Scalar(fault, "description") is { } description ? $"{message}: {description}" : message);
    }

    private static string? Scalar(JsonElement element, params ReadOnlySpan<string> names) =>
        element.Member(names) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : null;

    private static (string? Code, string? Message) Xml(ReadOnlyMemory<byte> body)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(body.Span)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "code" or "message" or "description")
                {
                    found.TryAdd(reader.LocalName, reader.ReadElementContentAsString());
                }
            }
        }
        catch (XmlException)
        {
            // A page of a proxy: its status says all that can be known.
            return (null, null);
        }

        var message = found.GetValueOrDefault("message");
        return (found.GetValueOrDefault("code"), found.TryGetValue("description", out var description) ? $"{message}: {description}" : message);
    }
}
