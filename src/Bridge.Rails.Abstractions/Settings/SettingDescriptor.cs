namespace Bridge.Rails.Abstractions.Settings;

/// <summary>One setting of a connection, for help texts and new migration folders.</summary>
/// <param name="Key">Key in <c>bridge.yaml</c>.</param>
/// <param name="Required">True when a connection cannot open without it.</param>
/// <param name="Description">What it is, in one sentence.</param>
/// <param name="Example">A value to start from.</param>
public sealed record SettingDescriptor(string Key, bool Required, string Description, string Example);
