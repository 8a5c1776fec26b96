namespace Bridge.Engine.Reporting.Documents;

/// <summary>A report as a sequence of blocks, the same for every format that people read.</summary>
/// <param name="Title">Title.</param>
/// <param name="Subtitle">What it is about, in one line.</param>
/// <param name="Blocks">The blocks in order.</param>
public sealed record ReportDocument(string Title, string Subtitle, IReadOnlyList<ReportBlock> Blocks);
