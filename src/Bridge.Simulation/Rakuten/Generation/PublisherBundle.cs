namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>A publisher and all that hangs on it: the unit in which packs are generated and written.</summary>
internal sealed record PublisherBundle(
    RakutenPublisher Publisher,
    IReadOnlyList<RakutenAssignment> Assignments,
    RakutenOffer? LeadingOffer,
    IReadOnlyList<RakutenLink> Links,
    IReadOnlyList<RakutenCode> Codes,
    IReadOnlyList<RakutenReportRow> ReportRows);
