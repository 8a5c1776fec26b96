namespace Bridge.Rails.Abstractions.Reading;

/// <summary>What the form of a tracking URL says.</summary>
/// <param name="Partner">Rail's id of the partner who is credited; null when it is not in the URL.</param>
/// <param name="Program">Rail's id of the program; null when it is not in the URL.</param>
public sealed record TrackingLinkFacts(string? Partner, string? Program);
