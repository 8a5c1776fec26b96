using Bridge.Model.Collections;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>Partners that join or leave one group in one call.</summary>
public sealed record GroupMembership
{
    /// <summary>The group.</summary>
    public required TargetRef Group { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string GroupName { get; init; }

    /// <summary>The partners, at most 100, sorted.</summary>
    public required ValueList<TargetRef> Partners { get; init; }
}
