using Bridge.Model.Links;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads tracking links; wide: records are turned into record bytes page by page.</summary>
public interface ITrackingLinkReader : IEntityReader<TrackingLink>;
