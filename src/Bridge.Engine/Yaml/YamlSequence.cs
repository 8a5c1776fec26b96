using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>Values in order.</summary>
/// <param name="Location">Where it starts.</param>
/// <param name="Items">Values.</param>
public sealed record YamlSequence(FileLocation Location, IReadOnlyList<YamlNode> Items) : YamlNode(Location)
{
    /// <inheritdoc />
    public override string Kind => "a list";
}
