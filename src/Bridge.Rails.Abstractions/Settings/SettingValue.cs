using Bridge.Model.Collections;

namespace Bridge.Rails.Abstractions.Settings;

/// <summary>One setting as written: a text or a list of texts.</summary>
/// <param name="Key">Key.</param>
/// <param name="Values">One element for a text.</param>
/// <param name="IsList">True when it was written as a list.</param>
/// <param name="Location">Where.</param>
public sealed record SettingValue(string Key, ValueList<string> Values, bool IsList, FileLocation Location);
