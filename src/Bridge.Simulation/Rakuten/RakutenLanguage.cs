namespace Bridge.Simulation.Rakuten;

/// <summary>Language in which a dashboard writes its exports.</summary>
public enum RakutenLanguage
{
    English,

    /// <summary>German headers, dates and numbers, fields parted by semicolons.</summary>
    German,
}
