namespace Bridge.Engine.Links;

/// <summary>What the proof of a new link rests on.</summary>
public enum LinkVerification
{
    /// <summary>Nothing: there is no link, or nobody but Bridge has seen this URL.</summary>
    None,

    /// <summary>The target's own answer, whose host, program and partner were checked.</summary>
    Receipt,

    /// <summary>The target lists the link when it is read again.</summary>
    Probe,
}
