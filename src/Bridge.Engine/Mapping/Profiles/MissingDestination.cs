namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What becomes of a link that should name a destination and has none.</summary>
public enum MissingDestination
{
    /// <summary>It leads to the program's default page, as a loss.</summary>
    DefaultPage,

    /// <summary>It does not move.</summary>
    Block,
}
