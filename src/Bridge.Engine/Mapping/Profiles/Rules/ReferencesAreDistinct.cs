using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>No reference is kept, or two of them share a field.</summary>
internal sealed class ReferencesAreDistinct : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-004",
        nameof(ReferencesAreDistinct),
        Severity.Blocking,
        "No reference is kept, or two of them share a field.",
        "Keep at least one id of the source, each in a field of its own; the first one is the natural key.");

    public void Check(ProfileSubject profile)
    {
        var references = profile.Definition.Partners.References;
        if (references.Count == 0)
        {
            profile.Report(Definition, null, "'partners.references' is empty: a second run could not tell which partner is which.", "partners", "references");
        }

        foreach (var shared in references.Where(rule => rule.Target.Length > 0).GroupBy(rule => rule.Target, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            profile.Report(Definition, shared.Key, $"'{shared.Key}' is to hold {string.Join(" and ", shared.Select(rule => rule.Source))}.", "partners", "references");
        }
    }
}
