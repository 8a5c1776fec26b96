namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What becomes of a kind of link.</summary>
public enum LinkTreatment
{
    /// <summary>A link to the program's default page.</summary>
    Regular,

    /// <summary>A link that names its destination.</summary>
    Deep,

    /// <summary>A link with a readable path.</summary>
    Vanity,

    /// <summary>It stays behind, counted.</summary>
    Skip,
}
