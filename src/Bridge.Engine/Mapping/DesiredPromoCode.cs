using Bridge.Model.Promotions;

namespace Bridge.Engine.Mapping;

/// <summary>How a promo code should look on the target.</summary>
public sealed record DesiredPromoCode
{
    /// <summary>Text that shoppers enter.</summary>
    public required string Code { get; init; }

    /// <summary>When it credits its owner, in the target's word.</summary>
    public required string CreditPolicy { get; init; }

    /// <summary>Deal it is kept under; null for none.</summary>
    public string? DealName { get; init; }

    /// <summary>What shoppers get, for the deal; null when unknown.</summary>
    public Discount? Discount { get; init; }

    /// <summary>Start; null for at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End; null for open.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
