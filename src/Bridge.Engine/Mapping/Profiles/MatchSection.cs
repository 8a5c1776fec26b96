using Bridge.Model.Collections;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How partners that exist on the target are found.</summary>
public sealed record MatchSection
{
    /// <summary>Strategies, the first that finds somebody counts.</summary>
    public required ValueList<MatchStrategy> Strategies { get; init; }

    /// <summary>Hosts beside the built-in ones that many partners share.</summary>
    public required IReadOnlySet<string> SharedDomains { get; init; }
}
