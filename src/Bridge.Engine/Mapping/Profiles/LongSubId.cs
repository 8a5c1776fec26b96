namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What becomes of a sub-id that is longer than the target holds.</summary>
public enum LongSubId
{
    /// <summary>Its link does not move.</summary>
    Block,

    /// <summary>It is cut, as a loss.</summary>
    Truncate,

    /// <summary>It is left out, as a loss.</summary>
    Drop,
}
