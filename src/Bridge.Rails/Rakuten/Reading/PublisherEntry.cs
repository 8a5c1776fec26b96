namespace Bridge.Rails.Rakuten.Reading;

/// <summary>The few things that joins need of one publisher.</summary>
internal struct PublisherEntry
{
    /// <summary>The 11-character id of links; letter case counts. The default value when neither the report nor a link says it.</summary>
    public PackedText EncryptedId;

    /// <summary>Line of the overview row that came first; 0 when there is none.</summary>
    public int FirstLine;

    /// <summary>Its file, as a position in the list of files.</summary>
    public short FirstFile;

    /// <summary>Group of the report, as a position in the list of groups; -1 for none.</summary>
    public short Group;

    /// <summary>Where it is listed.</summary>
    public PublisherListing Listings;

    /// <summary>True when an assignment names it; known once the assignments were gone through.</summary>
    public bool Assigned;

    /// <summary>True when the export lists it in more than one state.</summary>
    public readonly bool IsContradictory => Overview is not (PublisherListing.None or PublisherListing.Approved or PublisherListing.Applied or PublisherListing.Removed);

    /// <summary>True when only the report names it.</summary>
    public readonly bool IsReportOnly => Listings == PublisherListing.Report;

    private readonly PublisherListing Overview => Listings & ~PublisherListing.Report;
}
