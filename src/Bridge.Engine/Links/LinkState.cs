namespace Bridge.Engine.Links;

/// <summary>Where the successor of an old link stands. Every old link is in exactly one of these.</summary>
public enum LinkState
{
    /// <summary>The plan makes it; nothing was sent yet, or what was sent was refused and is tried again.</summary>
    Planned,

    /// <summary>A person, the partner or an earlier step comes first.</summary>
    Waiting,

    /// <summary>It is there.</summary>
    Made,

    /// <summary>It was sent, and nobody can tell yet whether it was made.</summary>
    InDoubt,

    /// <summary>The old link gets no successor; the reason says why.</summary>
    NotMoved,
}
