namespace Bridge.Engine.Links;

/// <summary>How the URL of a new link is known.</summary>
public enum NewUrlEvidence
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The target gave it back when it made the link.</summary>
    Receipt,

    /// <summary>It was computed by the form that a link of the same program proved.</summary>
    Computed,
}
