namespace Bridge.Rails.Impact.Wire;

/// <summary>A site, app or channel: WEBSITE, MOBILE or SOCIAL.</summary>
internal sealed record WireProperty(string? Id = null, string? Name = null, string? Type = null, string? Platform = null, string? Url = null);
