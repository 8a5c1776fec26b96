namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads what a tracking URL of this rail says by itself. A rail that cannot list its links is probed by this.</summary>
public interface ITrackingLinkForm
{
    /// <summary>What the URL says; null when its form says nothing, as with a vanity path.</summary>
    TrackingLinkFacts? Read(Uri url);
}
