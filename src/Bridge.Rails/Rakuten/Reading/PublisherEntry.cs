namespace Bridge.Rails.Rakuten.Reading;

/// <summary>The few things that joins need of one publisher.</summary>
internal struct PublisherEntry
{
    /// <summary>The 11-character id of links; letter case counts. Null when neither the report nor a link says it.</summary>
    public string? EncryptedId;

    /// <summary>Where it is listed.</summary>
    public PublisherListing Listings;

    /// <summary>Group of the report, as a position in the list of groups; -1 for none.</summary>
    public short Group;

    /// <summary>File of the overview row that came first, as a position in the list of files.</summary>
    public short FirstFile;

    /// <summary>Its line.</summary>
    public int FirstLine;

    /// <summary>File of the first report row, as a position in the list of files.</summary>
    public short ReportFile;

    /// <summary>Its line.</summary>
    public int ReportLine;

    /// <summary>Its position.</summary>
    public long ReportOffset;

    /// <summary>True when the export lists it in more than one state.</summary>
    public readonly bool IsContradictory => Overview is not (PublisherListing.None or PublisherListing.Approved or PublisherListing.Applied or PublisherListing.Removed);

    /// <summary>True when only the report names it.</summary>
    public readonly bool IsReportOnly => Listings == PublisherListing.Report;

    private readonly PublisherListing Overview => Listings & ~PublisherListing.Report;
}
