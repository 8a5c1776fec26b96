namespace Bridge.Engine.Brands;

/// <summary>A program of a brand. It has a migration folder of its own, and is planned, approved and run by itself.</summary>
public sealed record BrandProgram
{
    /// <summary>Short name, unique in the brand.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path of its migration folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Market: ISO 3166-1 alpha-2, or a word of the brand's own; null when the file does not say.</summary>
    public string? Market { get; init; }

    /// <summary>ISO 4217 of the program; null when the file does not say.</summary>
    public string? Currency { get; init; }

    /// <summary>IANA time zone of the program's days; null when the file does not say.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Hosts that the program's links lead to; empty when the file does not say.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
