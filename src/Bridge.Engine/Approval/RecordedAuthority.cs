namespace Bridge.Engine.Approval;

/// <summary>
/// That somebody may let Bridge do what is off otherwise: who said so, which document holds it, when it was recorded. Signed
/// like an approval, chained in the journal, an input of plans.
/// </summary>
public sealed record RecordedAuthority
{
    /// <summary>Document kind in the run store; the key is the id.</summary>
    public const string Kind = "authority";

    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What it allows: one of <see cref="AuthoritySubjects"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Source key of the one partner that it is for; null for all.</summary>
    public string? Partner { get; init; }

    /// <summary>Who gave it.</summary>
    public required string GivenBy { get; init; }

    /// <summary>The document that holds it: its name, number or place.</summary>
    public required string Document { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who withdrew it; null while it holds.</summary>
    public string? WithdrawnBy { get; init; }

    /// <summary>When it was withdrawn; null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Signature of everything above, base64.</summary>
    public string Signature { get; init; } = "";

    /// <summary>In one sentence.</summary>
    public override string ToString() =>
        $"{GivenBy}, {Document}, recorded by {RecordedBy} at {RecordedAt:u}{(Partner is null ? "" : $", for partner {Partner}")}{(WithdrawnAt is { } at ? $", withdrawn by {WithdrawnBy} at {at:u}" : "")}";
}
