using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>A key with its value.</summary>
/// <param name="Key">Key; letter case counts.</param>
/// <param name="KeyLocation">Where the key stands.</param>
/// <param name="Value">Value.</param>
public sealed record YamlEntry(string Key, FileLocation KeyLocation, YamlNode Value);
