namespace Bridge.Rails.Abstractions.Writing;

/// <summary>What a rail answered to a write that it applied.</summary>
public sealed record WriteReceipt
{
    /// <summary>Id of the object; null when the rail gives none (impact.com tracking links: see <see cref="Url"/>).</summary>
    public string? NativeId { get; init; }

    /// <summary>Tracking URL of a link; null for other objects.</summary>
    public string? Url { get; init; }

    /// <summary>SHA-256 of the answer's body, lower-case hexadecimal.</summary>
    public required string ResponseHash { get; init; }
}
