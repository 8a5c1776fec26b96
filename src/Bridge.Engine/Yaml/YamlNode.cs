using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>A value in a file that a person wrote, with its place. Mapping, sequence or scalar; never null.</summary>
/// <param name="Location">Where the value starts.</param>
public abstract record YamlNode(FileLocation Location)
{
    /// <summary>What it is, as a person would say it.</summary>
    public abstract string Kind { get; }
}
