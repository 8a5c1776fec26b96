using System.Globalization;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>Finds the place of a value in a tree.</summary>
public static class YamlPath
{
    /// <summary>Where the value of a path starts; where the path leaves the tree, the last block on the way.</summary>
    /// <param name="root">Tree.</param>
    /// <param name="steps">Keys, and numbers for items of a list.</param>
    public static FileLocation Locate(YamlNode root, params ReadOnlySpan<string> steps)
    {
        var node = root;
        foreach (var step in steps)
        {
            var next = node switch
            {
                YamlMapping mapping => mapping.Find(step)?.Value,
                YamlSequence list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node.Location;
    }
}
