using Bridge.Model.Money;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What holds where the source says nothing.</summary>
public sealed record DefaultSection
{
    /// <summary>Currency of contracts; null when every contract must name its own.</summary>
    public Currency? Currency { get; init; }

    /// <summary>ISO 3166 alpha-2 country of addresses and phone numbers; null for none.</summary>
    public string? Country { get; init; }
}
