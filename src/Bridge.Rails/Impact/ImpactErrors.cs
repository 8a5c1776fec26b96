using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Json;

namespace Bridge.Rails.Impact;

/// <summary>
/// Error answers of impact.com by meaning (sheet, section 9). Three JSON bodies and an XML one; none has a code of its own:
/// (a) Status, Message, Errors[] {Field, Message}; (b) Status, errors[] {field, level, message}; (c) {timestamp, status,
/// error, message}.
/// </summary>
internal static class ImpactErrors
{
    public static RailException? Classify(RailErrorResponse response)
    {
        var (code, message, fields) = Read(response);
        return response.Status switch
        {
            // Valid parameters, failed request: it was read and refused.
            402 => response.Rejected(code, message, fields),

            // On links a 403 is about the property or the ceiling of vanity links; everywhere else about the token's scope.
            403 when response.IsWrite && response.Context.Operation == ImpactClient.CreateLink && IsGateway(response) => response.Rejected(code, message, fields),
            403 => response.Authentication(code, message ?? "The token lacks the scope of this endpoint, or was disabled."),
            _ => response.ByStatus(code, message, fields),
        };
    }

    private static (string? Code, string? Message, List<RailFieldError> Fields) Read(RailErrorResponse response)
    {
        if (response.Json() is not { ValueKind: JsonValueKind.Object } body)
        {
            return ReadXml(response.Body);
        }

        // A list that was XML once may stand one step deeper: Errors {Error [...]}.
        var fields = body.Items("Errors", "errors")
            .SelectMany(error => error.Member("Error") is { } inner ? inner.Elements() : [error])
            .Where(error => error.ValueKind == JsonValueKind.Object)
            .Select(error => new RailFieldError(Word(error, "Field", "field") ?? "", Word(error, "Message", "message") ?? ""))
            .ToList();
        return (Word(body, "error"), Word(body, "Message", "message"), fields);
    }

    private static bool IsGateway(RailErrorResponse response) => response.Json() is { } body && body.Member("timestamp") is not null;

    private static string? Word(JsonElement element, params ReadOnlySpan<string> names) =>
        element.Member(names) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } member ? member.ToString() : null;

    private static (string? Code, string? Message, List<RailFieldError> Fields) ReadXml(ReadOnlyMemory<byte> body)
    {
        if (!Encoding.UTF8.GetString(body.Span).Contains("<ImpactRadiusResponse", StringComparison.Ordinal))
        {
            return (null, null, []);
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader);
            var fields = root.Descendants("Error")
                .Select(error => new RailFieldError(error.Element("Field")?.Value ?? "", error.Element("Message")?.Value ?? ""))
                .ToList();
            return (null, root.Element("Message")?.Value, fields);
        }
        catch (XmlException)
        {
            return (null, null, []);
        }
    }
}
