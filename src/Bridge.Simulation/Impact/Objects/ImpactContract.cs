namespace Bridge.Simulation.Impact.Objects;

/// <summary>
/// The agreement of one partner with one program. It never changes but for its end: a change makes a new one with a new id.
/// Ids are <c>S-...</c> once signed by both, <c>P-...</c> while one signature is missing.
/// </summary>
public sealed record ImpactContract
{
    /// <summary>S-... or P-...</summary>
    public required string Id { get; init; }

    /// <summary>Program.</summary>
    public required long ProgramId { get; init; }

    /// <summary>Partner.</summary>
    public required long PartnerId { get; init; }

    /// <summary>What was stored last: ACTIVE, PENDING, DECLINED or ACCEPTED (a pending one that became an S-... contract).</summary>
    public required string Status { get; init; }

    /// <summary>Who opened it.</summary>
    public ContractInitiator Initiator { get; init; } = ContractInitiator.Brand;

    /// <summary>First instant.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Last instant; null while open-ended.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Who signed for the brand, or null.</summary>
    public string? BrandSignatory { get; init; }

    /// <summary>When, or null.</summary>
    public DateTimeOffset? BrandSignatoryDate { get; init; }

    /// <summary>Who signed for the partner, or null.</summary>
    public string? PartnerSignatory { get; init; }

    /// <summary>When, or null.</summary>
    public DateTimeOffset? PartnerSignatoryDate { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>Last change of its end.</summary>
    public required DateTimeOffset DateLastUpdated { get; init; }

    /// <summary>The terms it was made from, frozen.</summary>
    public required TemplateVersion Template { get; init; }

    /// <summary>Contract that this one ends when it is accepted, or null.</summary>
    public string? Replaces { get; init; }

    /// <summary>ACTIVE, UPCOMING, EXPIRED, PENDING, DECLINED, or ACCEPTED (shown by no list) at an instant.</summary>
    public string StatusAt(DateTimeOffset now)
    {
        if (Status != "ACTIVE")
            return Status;

        return EndDate <= now ? "EXPIRED" : StartDate > now ? "UPCOMING" : "ACTIVE";
    }
}
