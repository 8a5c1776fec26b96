using System.Text;
using System.Text.Json;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>A successful answer of a rail, read to its end. It keeps no address, since addresses may hold tokens.</summary>
public sealed class RailResponse
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>HTTP status, 2xx.</summary>
    public required int Status { get; init; }

    /// <summary>Headers by name, case-insensitive; several values joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body after decompression; empty when there was none.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Media type without parameters, in lower case; empty when the rail named none.</summary>
    public required string ContentType { get; init; }

    /// <summary>Value of a header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The body as JSON, allowing a byte-order mark, comments and trailing commas.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JsonElement Json()
    {
        // Not disposed, so not cloned either: the document reads the body itself, which nobody writes to, and goes with its elements.
        return JsonDocument.Parse(WithoutMark(), Lenient).RootElement;
    }

    /// <summary>The body as UTF-8 text without its byte-order mark.</summary>
    public string Text() => Encoding.UTF8.GetString(WithoutMark().Span);

    private ReadOnlyMemory<byte> WithoutMark() => Body.Span.StartsWith("\uFEFF"u8) ? Body[3..] : Body;
}
