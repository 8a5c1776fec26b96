namespace Bridge.Engine.Mapping.Profiles;

/// <summary>Shares of the extracted records of each entity above which a plan cannot be approved. Null for no limit.</summary>
public sealed record GateSection
{
    /// <summary>Most blocked records.</summary>
    public decimal? MaxBlockedShare { get; init; }

    /// <summary>Most skipped records.</summary>
    public decimal? MaxSkippedShare { get; init; }

    /// <summary>Most manual records.</summary>
    public decimal? MaxManualShare { get; init; }
}
