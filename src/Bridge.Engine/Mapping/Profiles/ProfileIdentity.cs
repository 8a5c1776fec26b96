namespace Bridge.Engine.Mapping.Profiles;

/// <summary>Which profile it is and which pair of rails it is for.</summary>
public sealed record ProfileIdentity
{
    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Rail id of the source.</summary>
    public required string From { get; init; }

    /// <summary>Rail id of the target.</summary>
    public required string To { get; init; }

    /// <summary>Version that its editors count.</summary>
    public required int Version { get; init; }
}
