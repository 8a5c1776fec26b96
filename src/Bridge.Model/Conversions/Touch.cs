using Bridge.Model.Identity;

namespace Bridge.Model.Conversions;

/// <summary>One partner's contribution to a conversion.</summary>
public sealed record Touch
{
    /// <summary>The partner.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>Role, for example <c>introducer</c> or <c>closer</c>; null when the rail has none.</summary>
    public string? Role { get; init; }

    /// <summary>When; null when unknown.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>True when the partner had registered the deal.</summary>
    public bool Registered { get; init; }
}
