using Bridge.Engine.Mapping.Profiles.Rules;
using Bridge.Engine.Yaml;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>A mapping profile that was checked against its two rails. Immutable; equal content has an equal hash.</summary>
public sealed class MappingProfile
{
    private MappingProfile(MappingDefinition definition, string hash)
    {
        Definition = definition;
        Hash = hash;
    }

    /// <summary>What it says.</summary>
    public MappingDefinition Definition { get; }

    /// <summary>SHA-256 of its normalised content, lower-case hexadecimal. Comments, key order, quotes and the choice between YAML and JSON do not change it.</summary>
    public string Hash { get; }

    /// <summary>
    /// This profile with what people answered about tiers, by template of the source: it fills what the template's own entry leaves
    /// open, and comes before the decisions for all other templates. The hash stays that of the file.
    /// </summary>
    public MappingProfile With(IReadOnlyDictionary<string, TierDecision> answers)
    {
        if (answers.Count == 0)
        {
            return this;
        }

        var templates = Definition.Contracts.Templates.ToDictionary(StringComparer.Ordinal);
        foreach (var (template, decision) in answers)
        {
            templates[template] = templates.TryGetValue(template, out var known)
                ? known with { Tiers = known.Tiers.Or(decision) }
                : new TemplateDecision(null, null, decision);
        }

        return new MappingProfile(Definition with { Contracts = Definition.Contracts with { Templates = templates } }, Hash);
    }

    /// <summary>Reads and checks a profile.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="fileName">File, for messages.</param>
    /// <param name="source">Rail of the source.</param>
    /// <param name="target">Rail of the target.</param>
    /// <param name="findings">Takes every problem, also those that do not block.</param>
    /// <returns>The profile, or null when a finding blocks.</returns>
    public static MappingProfile? Load(
        string text, string fileName, RailDescriptor source, RailDescriptor target, ICollection<Finding> findings)
    {
        var found = new List<Finding>();
        var tree = YamlTree.Parse(text, fileName, found);
        MappingDefinition? definition = null;
        if (tree is not null)
        {
            var reader = NodeReader.Root(tree, fileName, found);
            definition = ProfileReader.Read(reader);
            ProfileRules.Check(new ProfileSubject(definition, tree, source, target, found));
        }

        foreach (var finding in found)
        {
            findings.Add(finding);
        }

        return definition is null || found.Any(finding => finding.Severity == Severity.Blocking)
            ? null
            : new MappingProfile(definition, ProfileHash.Of(tree!));
    }
}
