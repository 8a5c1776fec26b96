using Bridge.Model.Partners;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>The promotion method in the target's word: by the source's own word, else by group, else by kind, else the default.</summary>
public sealed record PromotionMethodSection
{
    /// <summary>By the source's word, letter case ignored.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>By source group, name or id.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>By kind of partner.</summary>
    public required IReadOnlyDictionary<PartnerKind, string> Kinds { get; init; }

    /// <summary>When nothing else says it; null for none.</summary>
    public string? Default { get; init; }
}
