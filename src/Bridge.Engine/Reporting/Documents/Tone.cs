namespace Bridge.Engine.Reporting.Documents;

/// <summary>How a piece of a report is meant; renderers choose colours, and always say it in words too.</summary>
public enum Tone
{
    /// <summary>Plain.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Look at it.</summary>
    Warning,

    /// <summary>Something is wrong, lost for good or holds everything up.</summary>
    Danger,
}
