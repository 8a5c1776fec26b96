using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact;

/// <summary>Answers to writes. An answer that does not say what it promises is unclear, never a success: the kit turns the errors of these methods into that.</summary>
internal static class ImpactReceipt
{
    /// <summary>A creation: the new id is the last segment of the address.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="collection">Last word of the address without an id.</param>
    /// <exception cref="InvalidDataException">The answer names no new id.</exception>
    public static WriteReceipt Created(RailResponse response, string collection)
    {
        var wire = Read(response);
        var uri = wire.Uri ?? throw new InvalidDataException("the answer to a creation names no address");
        var id = Uri.UnescapeDataString(ImpactAddress.EndpointOf(uri));
        if (id.Length == 0 || string.Equals(id, collection, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException("the address of the new object ends without an id");
        }

        return new WriteReceipt { NativeId = id, ResponseHash = Hash(response) };
    }

    /// <summary>A change, end or deletion of an object whose id is known.</summary>
    public static WriteReceipt Changed(RailResponse response, string id)
    {
        _ = Read(response);
        return new WriteReceipt { NativeId = id, ResponseHash = Hash(response) };
    }

    /// <summary>A tracking link: it has no id, only its address.</summary>
    /// <exception cref="InvalidDataException">The answer holds no address.</exception>
    public static (string Url, string Hash) Link(RailResponse response)
    {
        var url = Read(response, statusNeeded: false).TrackingURL;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? (url!, Hash(response))
            : throw new InvalidDataException("the answer holds no tracking URL");
    }

    private static WireReceipt Read(RailResponse response, bool statusNeeded = true)
    {
        var wire = JsonSerializer.Deserialize(response.Json(), ImpactJson.Default.WireReceipt) ?? throw new InvalidDataException("the answer is empty");
        return wire.Status?.ToUpperInvariant() switch
        {
            "OK" or "DELETED" => wire,
            null when !statusNeeded => wire,
            _ => throw new InvalidDataException("the answer says success by its status code and not by its body"),
        };
    }

    private static string Hash(RailResponse response) => Convert.ToHexStringLower(SHA256.HashData(response.Body.Span));
}
