using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A name pattern holds a placeholder that is not known, or a template pattern lacks what tells templates apart.</summary>
internal sealed class PlaceholdersAreKnown : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-010",
        nameof(PlaceholdersAreKnown),
        Severity.Blocking,
        "A name pattern holds a placeholder that is not known, or a template pattern lacks what tells templates apart.",
        "Use the placeholders that the comment beside the key lists; a template pattern needs {id}.");

    public void Check(ProfileSubject profile)
    {
        Check(profile, profile.Definition.Contracts.TemplateName, ["name", "id", "kind"], "contracts", "templateName");
        if (profile.Definition.PromoCodes.DealName is { } deal)
        {
            Check(profile, deal, ["discount", "description"], "promoCodes", "dealName");
        }

        if (!profile.Definition.Contracts.TemplateName.Contains("{id}", StringComparison.Ordinal))
        {
            profile.Report(Definition, profile.Definition.Contracts.TemplateName, "Without {id} two templates of one name could not be told apart.", "contracts", "templateName");
        }
    }

    private void Check(ProfileSubject profile, string pattern, string[] known, string section, string key)
    {
        foreach (var placeholder in NamePattern.Placeholders(pattern).Where(name => !known.Contains(name)))
        {
            profile.Report(Definition, pattern, $"'{{{placeholder}}}' is not known here; known are {string.Join(", ", known.Select(name => $"{{{name}}}"))}.", section, key);
        }
    }
}
