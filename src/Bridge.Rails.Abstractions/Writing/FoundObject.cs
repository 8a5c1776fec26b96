namespace Bridge.Rails.Abstractions.Writing;

/// <summary>An object that a lookup found.</summary>
/// <param name="NativeId">Its id.</param>
/// <param name="CreatedAt">The rail's own creation time; null when it does not say.</param>
/// <param name="Equal">True when every field that the draft names has the draft's value.</param>
public sealed record FoundObject(string NativeId, DateTimeOffset? CreatedAt, bool Equal);
