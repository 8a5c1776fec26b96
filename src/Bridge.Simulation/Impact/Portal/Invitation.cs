using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>Something a partner has to answer: an invitation to open an account, or a proposed contract.</summary>
public sealed record Invitation
{
    /// <summary>I-...</summary>
    public required string Id { get; init; }

    /// <summary>Program.</summary>
    public required long ProgramId { get; init; }

    /// <summary>Account that has to answer; null when it does not exist yet.</summary>
    public long? PartnerId { get; init; }

    /// <summary>Pending contract, or null when there is no account yet.</summary>
    public string? ContractId { get; init; }

    /// <summary>Name the invitation is addressed to.</summary>
    public required string Name { get; init; }

    /// <summary>Main site, or null.</summary>
    public string? Website { get; init; }

    /// <summary>Terms offered.</summary>
    public required long TemplateId { get; init; }

    /// <summary>The brand's three values for the partner.</summary>
    public required IReadOnlyList<string?> Values { get; init; }

    /// <summary>Groups the partner joins on acceptance.</summary>
    public IReadOnlyList<long> GroupIds { get; init; } = [];

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpen { get; init; } = true;

    internal PartnerContact? Contact { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(Invitation)} {Id}";
}
