namespace Bridge.Rails.Rakuten.Reading;

/// <summary>Where a publisher is listed.</summary>
[Flags]
internal enum PublisherListing : byte
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>Approved export.</summary>
    Approved = 1,

    /// <summary>Applied export.</summary>
    Applied = 2,

    /// <summary>Removed export.</summary>
    Removed = 4,

    /// <summary>Custom report.</summary>
    Report = 8,
}
