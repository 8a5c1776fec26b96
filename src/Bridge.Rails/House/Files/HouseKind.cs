namespace Bridge.Rails.House.Files;

/// <summary>Kinds of house file.</summary>
internal enum HouseKind
{
    /// <summary>Partners of the program.</summary>
    Partners,

    /// <summary>Contracts, one row per term or tier.</summary>
    Contracts,

    /// <summary>Tracking links.</summary>
    Links,

    /// <summary>Promo codes and who owns them.</summary>
    Codes,

    /// <summary>Past conversions.</summary>
    Conversions,

    /// <summary>Partner groups.</summary>
    Groups,

    /// <summary>Links that somebody found on pages of partners.</summary>
    Pages,
}
