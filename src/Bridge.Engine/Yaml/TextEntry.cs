using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>A free key with texts.</summary>
/// <param name="Key">Key.</param>
/// <param name="Values">One element for a text.</param>
/// <param name="Location">Where the key stands.</param>
public sealed record TextEntry(string Key, IReadOnlyList<string> Values, FileLocation Location)
{
    /// <summary>The first text.</summary>
    public string Value => Values[0];
}
