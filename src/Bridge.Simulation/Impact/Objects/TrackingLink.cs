namespace Bridge.Simulation.Impact.Objects;

/// <summary>A tracking link. The brand's API can make one and never shows it again.</summary>
public sealed record TrackingLink
{
    /// <summary>Internal number; impact.com gives none.</summary>
    public required long Id { get; init; }

    /// <summary>Program.</summary>
    public required long ProgramId { get; init; }

    /// <summary>Partner.</summary>
    public required long PartnerId { get; init; }

    /// <summary>Regular or Vanity.</summary>
    public required string Type { get; init; }

    /// <summary>Path of a vanity link, or null.</summary>
    public string? CustomPath { get; init; }

    /// <summary>Ad it belongs to.</summary>
    public required long AdId { get; init; }

    /// <summary>Landing page, or null for the program's default one.</summary>
    public string? DeepLink { get; init; }

    /// <summary>Property of the partner it is meant for, or null.</summary>
    public long? PropertyId { get; init; }

    /// <summary>The link.</summary>
    public required string Url { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
