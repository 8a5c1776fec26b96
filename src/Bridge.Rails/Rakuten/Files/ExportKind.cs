namespace Bridge.Rails.Rakuten.Files;

/// <summary>Kinds of file in an export folder.</summary>
internal enum ExportKind
{
    /// <summary>Publisher Overview, approved.</summary>
    Approved,

    /// <summary>Publisher Overview, applied.</summary>
    Applied,

    /// <summary>Publisher Overview, removed.</summary>
    Removed,

    /// <summary>Saved custom report.</summary>
    Report,

    /// <summary>Offer sheet.</summary>
    Offers,

    /// <summary>Which publisher holds which offer.</summary>
    Assignments,

    /// <summary>Link export.</summary>
    Links,

    /// <summary>The brand's coupon list.</summary>
    Codes,

    /// <summary>The brand's own contact sheet.</summary>
    Details,

    /// <summary>Links that somebody found on pages of partners.</summary>
    Pages,
}
