namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What happens to an optional part of a contract.</summary>
public enum CarryMode
{
    /// <summary>As the source says.</summary>
    Source,

    /// <summary>Nothing is demanded: the target's own setting holds.</summary>
    Drop,

    /// <summary>A value of the profile, whatever the source says.</summary>
    Fixed,
}
