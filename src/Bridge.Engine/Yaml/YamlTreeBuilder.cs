using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Settings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bridge.Engine.Yaml;

/// <summary>Builds the tree from parser events and refuses what the tree does not take.</summary>
internal sealed class YamlTreeBuilder(IParser parser, string fileName, ICollection<Finding> findings)
{
    /// <summary>Where the last value starts that was seen.</summary>
    public FileLocation LastPlace { get; private set; } = new(fileName, 1, 1);

    public YamlNode? Build()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out var end))
        {
            findings.Add(YamlFindings.Empty(Place(end)));
            return null;
        }

        var start = parser.Consume<DocumentStart>();
        if (start.Tags is { Count: > 0 } && !start.IsImplicit && start.Tags.Any(tag => tag.Handle is not ("!" or "!!")))
        {
            findings.Add(YamlFindings.Refused(Place(start), "a tag directive"));
        }

        var root = Node(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            findings.Add(YamlFindings.SeveralDocuments(Place(parser.Current!)));
        }

        if (root is YamlScalar scalar && scalar.IsNull())
        {
            findings.Add(YamlFindings.Empty(scalar.Location));
            return null;
        }

        return root;
    }

    private YamlNode? Node(int depth)
    {
        var place = Place(parser.Current ?? throw new SemanticErrorException("The text ends inside a value"));
        LastPlace = place;
        if (depth > YamlTree.MaxDepth)
        {
            // Reading on would take time that grows with the square of the depth.
            throw new NestingTooDeepException(place);
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            findings.Add(YamlFindings.Refused(place, $"the alias '*{alias.Value}'"));
            return null;
        }

        if (parser.Accept<NodeEvent>(out var node))
        {
            Refuse(node, place);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(place, scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any));
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            return Sequence(place, depth);
        }

        parser.Consume<MappingStart>();
        return Mapping(place, depth);
    }

    private YamlSequence Sequence(FileLocation place, int depth)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return new YamlSequence(place, items);
    }

    private YamlMapping Mapping(FileLocation place, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, FileLocation>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is null || value is null)
            {
                continue;
            }

            if (key is not YamlScalar name || name.IsNull())
            {
                findings.Add(YamlFindings.KeyIsNoText(key.Location));
            }
            else if (!seen.TryAdd(name.Text, name.Location))
            {
                findings.Add(YamlFindings.DuplicateKey(name.Location, name.Text, seen[name.Text]));
            }
            else
            {
                entries.Add(new YamlEntry(name.Text, name.Location, value));
            }
        }

        return new YamlMapping(place, entries);
    }

    private void Refuse(NodeEvent node, FileLocation place)
    {
        if (!node.Anchor.IsEmpty)
        {
            findings.Add(YamlFindings.Refused(place, $"the anchor '&{node.Anchor.Value}'"));
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            findings.Add(YamlFindings.Refused(place, $"the tag '{node.Tag.Value}'"));
        }
    }

    private FileLocation Place(ParsingEvent item) => new(fileName, (int)item.Start.Line, (int)item.Start.Column);
}
