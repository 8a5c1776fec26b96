using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>Keys with values, each key once, in the order of the file.</summary>
/// <param name="Location">Where it starts.</param>
/// <param name="Entries">Keys with values.</param>
public sealed record YamlMapping(FileLocation Location, IReadOnlyList<YamlEntry> Entries) : YamlNode(Location)
{
    /// <inheritdoc />
    public override string Kind => "a block of keys";

    /// <summary>The entry of a key, or null.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}
