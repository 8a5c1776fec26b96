using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>One value as text: what it means is up to who reads it, so that an offer number 24.10 stays 24.10.</summary>
/// <param name="Location">Where it starts.</param>
/// <param name="Text">Text without quotes.</param>
/// <param name="Quoted">True when it was written in quotes or as a block, so that <c>null</c> and <c>~</c> are texts.</param>
public sealed record YamlScalar(FileLocation Location, string Text, bool Quoted) : YamlNode(Location)
{
    /// <inheritdoc />
    public override string Kind => IsNull() ? "an empty value" : "a single value";

    /// <summary>True for an empty value, <c>null</c> and <c>~</c>.</summary>
    public bool IsNull() => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
}
