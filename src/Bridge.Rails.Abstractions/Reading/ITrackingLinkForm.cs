using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads what a tracking URL of this rail says by itself. A rail that cannot list its links is probed by this.</summary>
public interface ITrackingLinkForm
{
    /// <summary>What the URL says; null when its form says nothing, as with a vanity path.</summary>
    TrackingLinkFacts? Read(Uri url);

    /// <summary>The URL of a link by the form that another link of the same program and kind proved.</summary>
    /// <param name="proof">URL that the rail gave back for <paramref name="proved"/>.</param>
    /// <param name="proved">What was asked for, with resolved references.</param>
    /// <param name="wanted">The link to compute, with resolved references.</param>
    /// <returns>The URL; null when the proof has not the form that this class knows, to the last character.</returns>
    string? Compute(string proof, TrackingLinkDraft proved, TrackingLinkDraft wanted);
}
