namespace Bridge.Simulation.Impact.Objects;

/// <summary>A promo code assigned to a partner.</summary>
public sealed record PromoCode
{
    /// <summary>Numeric id.</summary>
    public required long Id { get; init; }

    /// <summary>Program.</summary>
    public required long ProgramId { get; init; }

    /// <summary>Owner.</summary>
    public required long PartnerId { get; init; }

    /// <summary>The text a customer types.</summary>
    public required string Code { get; init; }

    /// <summary>LI (exact) or RE (regular expression).</summary>
    public string Type { get; init; } = "LI";

    /// <summary>ALWAYS, INVOLVED or WINNER.</summary>
    public string CreditPolicy { get; init; } = "ALWAYS";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedDate { get; init; }

    /// <summary>First instant.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Last instant; null while open-ended.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>True once somebody expired it.</summary>
    public bool Expired { get; init; }

    /// <summary>Deal it belongs to, or null.</summary>
    public long? DealId { get; init; }

    /// <summary>ACTIVE or INACTIVE at an instant. A code that has not begun is active: it is assigned.</summary>
    public string StateAt(DateTimeOffset now) => Expired || EndDate <= now ? "INACTIVE" : "ACTIVE";
}
