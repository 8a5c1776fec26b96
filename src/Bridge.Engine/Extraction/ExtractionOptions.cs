using Bridge.Engine.Snapshots;

namespace Bridge.Engine.Extraction;

/// <summary>How often extraction makes its work durable.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The usual options.</summary>
    public static ExtractionOptions Default { get; } = new();

    /// <summary>Sizes of parts and blocks.</summary>
    public SnapshotLayout Layout { get; init; } = SnapshotLayout.Default;

    /// <summary>
    /// A part is closed behind the page with which it becomes this old, so that an interruption on a slow rail costs no more
    /// than this and one page.
    /// </summary>
    public TimeSpan PartAge { get; init; } = TimeSpan.FromMinutes(5);
}
