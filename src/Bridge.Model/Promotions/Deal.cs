using Bridge.Model.Identity;

namespace Bridge.Model.Promotions;

/// <summary>An offer to shoppers under which promo codes are kept.</summary>
public sealed record Deal
{
    /// <summary>The rail's id.</summary>
    public required DealId Id { get; init; }

    /// <summary>Name; unique enough to find it again.</summary>
    public required string Name { get; init; }

    /// <summary>What shoppers get; null when unknown.</summary>
    public Discount? Discount { get; init; }

    /// <summary>Start; null when unknown.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End; null when open.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
