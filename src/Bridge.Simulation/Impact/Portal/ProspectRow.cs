namespace Bridge.Simulation.Impact.Portal;

/// <summary>One partner to invite.</summary>
public sealed record ProspectRow
{
    /// <summary>Name to address.</summary>
    public required string Name { get; init; }

    /// <summary>Main site, or null.</summary>
    public string? Website { get; init; }

    /// <summary>E-mail address, or null when a person invites without one.</summary>
    public string? Email { get; init; }

    /// <summary>First name, or null.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name, or null.</summary>
    public string? LastName { get; init; }

    /// <summary>Name of a group that exists, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Terms to offer.</summary>
    public required long TemplateId { get; init; }

    /// <summary>The brand's three values for the partner; null where not set.</summary>
    public IReadOnlyList<string?> Values { get; init; } = [null, null, null];

    /// <inheritdoc/>
    public override string ToString() => nameof(ProspectRow);
}
