using System.Globalization;
using Bridge.Model.Findings;
using YamlDotNet.RepresentationModel;

namespace Bridge.Rails.House.Columns;

/// <summary>A node of the column map with its place; every wrong one ends as a finding.</summary>
/// <param name="file">Name of the map.</param>
/// <param name="node">The node.</param>
/// <param name="findings">Takes the problems.</param>
internal sealed class MapNode(string file, YamlNode node, ICollection<Finding> findings)
{
    /// <summary>File, line and column.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{file}:{node.Start.Line}:{node.Start.Column}");

    /// <summary>Text of a scalar; null with a finding for anything else or a blank one.</summary>
    public string? Text(string what)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        Problem("BRG-HSE-003", null, $"{what} must be one text.", "Write a single text behind the colon.");
        return null;
    }

    /// <summary>Text of a scalar, also a blank one; null when it is none.</summary>
    public string? Scalar => (node as YamlScalarNode)?.Value;

    /// <summary>Entries of a list; empty with a finding for anything else.</summary>
    public IReadOnlyList<MapNode> Items(string what)
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(child => new MapNode(file, child, findings))];
        }

        Problem("BRG-HSE-003", null, $"{what} must be a list.", "Begin each entry with a dash.");
        return [];
    }

    /// <summary>True for a block of keys.</summary>
    public bool IsBlock => node is YamlMappingNode;

    /// <summary>Keys and values of a block in their order; empty with a finding for anything else.</summary>
    public IReadOnlyList<(MapNode Key, MapNode Value)> Entries(string what)
    {
        if (node is YamlMappingNode block)
        {
            return [.. block.Children.Select(pair => (new MapNode(file, pair.Key, findings), new MapNode(file, pair.Value, findings)))];
        }

        Problem("BRG-HSE-003", null, $"{what} must be a block of keys.", "Write its keys below it, indented by two spaces.");
        return [];
    }

    /// <summary>Values of a block by key; keys that are not known are findings.</summary>
    public IReadOnlyDictionary<string, MapNode> Block(string what, params string[] known)
    {
        var found = new Dictionary<string, MapNode>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries(what))
        {
            if (key.Scalar is { } name && known.Contains(name, StringComparer.Ordinal))
            {
                found.Add(name, value);
            }
            else
            {
                key.Problem("BRG-HSE-002", key.Scalar, $"{what} has no key of this name.", $"Known keys: {string.Join(", ", known)}.");
            }
        }

        return found;
    }

    /// <summary>Adds a finding about this node.</summary>
    public void Problem(string code, string? value, string rule, string remedy) => findings.Add(new Finding
    {
        Code = code,
        Severity = Severity.Blocking,
        Place = Place,
        Value = value,
        Message = rule,
        Remedy = remedy,
    });
}
