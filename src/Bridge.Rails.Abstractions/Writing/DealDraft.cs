using Bridge.Model.Promotions;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A deal to be made.</summary>
public sealed record DealDraft
{
    /// <summary>Name; the natural key.</summary>
    public required string Name { get; init; }

    /// <summary>What shoppers get; null when unknown.</summary>
    public Discount? Discount { get; init; }

    /// <summary>Start; null for at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End; null for open.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
