namespace Bridge.Engine.Readiness;

/// <summary>Who knows the answer to a check.</summary>
public enum ReadinessScope
{
    /// <summary>Bridge works it out from what it read.</summary>
    Computed,

    /// <summary>A person, once for the program.</summary>
    Program,

    /// <summary>A person, for each partner that brings orders.</summary>
    Partner,
}
