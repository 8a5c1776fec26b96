namespace Bridge.Engine.Reporting.Renderers;

/// <summary>What a line of a terminal report is. Which colour that gets is the terminal's affair.</summary>
public enum LineStyle
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>A chapter.</summary>
    Chapter,

    /// <summary>A section.</summary>
    Section,

    /// <summary>Ordinary text.</summary>
    Text,

    /// <summary>The head of a table.</summary>
    TableHead,

    /// <summary>Less important.</summary>
    Muted,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Look at it.</summary>
    Warning,

    /// <summary>Something is wrong.</summary>
    Danger,
}
