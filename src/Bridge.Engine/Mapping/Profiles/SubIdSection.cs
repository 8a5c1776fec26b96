namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How sub-ids are called on the target.</summary>
public sealed record SubIdSection
{
    /// <summary>Names on the target by name on the source.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Values that mean nothing, by name on the source: placeholders and defaults of the rail.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Ignore { get; init; }

    /// <summary>What becomes of one that is too long.</summary>
    public required LongSubId TooLong { get; init; }
}
