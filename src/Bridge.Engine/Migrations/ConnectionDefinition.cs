using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Migrations;

/// <summary>A connection as written in <c>bridge.yaml</c>.</summary>
/// <param name="Name">Name.</param>
/// <param name="Rail">Rail id.</param>
/// <param name="Settings">Settings, read by the rail.</param>
/// <param name="Place">Where.</param>
public sealed record ConnectionDefinition(string Name, string Rail, IReadOnlyList<SettingValue> Settings, FileLocation Place);
