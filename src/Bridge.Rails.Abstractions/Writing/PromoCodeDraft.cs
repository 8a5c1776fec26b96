namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A promo code to be made.</summary>
public sealed record PromoCodeDraft
{
    /// <summary>Text that shoppers enter; with the owner the natural key.</summary>
    public required string Code { get; init; }

    /// <summary>Who is credited.</summary>
    public required TargetRef Owner { get; init; }

    /// <summary>When it credits its owner, in the target's word.</summary>
    public required string CreditPolicy { get; init; }

    /// <summary>Deal it belongs to; null for none.</summary>
    public TargetRef? Deal { get; init; }

    /// <summary>Start; null for at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End; null for open.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
