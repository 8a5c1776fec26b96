using Bridge.Model.Identity;

namespace Bridge.Model.Promotions;

/// <summary>A promo code and the partner who is credited for it.</summary>
public sealed record PromoCode
{
    /// <summary>The rail's id, or a composed one. Unique in a snapshot.</summary>
    public required PromoCodeId Id { get; init; }

    /// <summary>The text that shoppers enter, as written.</summary>
    public required string Code { get; init; }

    /// <summary>Who is credited; null when the code belongs to nobody.</summary>
    public PartnerId? Owner { get; init; }

    /// <summary>State.</summary>
    public PromoCodeStatus Status { get; init; }

    /// <summary>Description; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>What shoppers get; null when unknown.</summary>
    public Discount? Discount { get; init; }

    /// <summary>Deal it belongs to; null when it has none.</summary>
    public DealId? Deal { get; init; }

    /// <summary>When the code credits its owner, in the rail's word (impact.com: ALWAYS, INVOLVED, WINNER); null when the rail has none.</summary>
    public string? CreditPolicy { get; init; }

    /// <summary>Start; null when unknown.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End; null when open.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The text under which two codes are the same code to a shop: trimmed and upper case.</summary>
    public static string NormalizeCode(string code) => code.Trim().ToUpperInvariant();
}
