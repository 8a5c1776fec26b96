namespace Bridge.Simulation.Impact.Objects;

/// <summary>An action: a conversion credited to a partner. Seeded, read only.</summary>
public sealed record ActionRecord
{
    /// <summary>program.tracker.sequence.</summary>
    public required string Id { get; init; }

    /// <summary>Program.</summary>
    public required long ProgramId { get; init; }

    /// <summary>Partner.</summary>
    public required long PartnerId { get; init; }

    /// <summary>Event type.</summary>
    public required EventType EventType { get; init; }

    /// <summary>PENDING, APPROVED or REVERSED.</summary>
    public required string State { get; init; }

    /// <summary>Order value.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What the partner gets.</summary>
    public required decimal Payout { get; init; }

    /// <summary>ISO 4217 currency of both.</summary>
    public required string Currency { get; init; }

    /// <summary>Order id.</summary>
    public required string OrderId { get; init; }

    /// <summary>NEW or RETURNING.</summary>
    public required string CustomerStatus { get; init; }

    /// <summary>Promo code used, or null.</summary>
    public string? PromoCode { get; init; }

    /// <summary>The click that won.</summary>
    public required DateTimeOffset ReferringDate { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset EventDate { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>When it locks.</summary>
    public required DateTimeOffset LockingDate { get; init; }

    /// <summary>Last modification; a change of state alone is none.</summary>
    public required DateTimeOffset UpdateDate { get; init; }
}
