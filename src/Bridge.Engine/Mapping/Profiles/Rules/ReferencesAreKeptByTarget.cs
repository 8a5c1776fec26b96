using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A reference is to be kept or looked for in a field that the target does not have.</summary>
internal sealed class ReferencesAreKeptByTarget : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-003",
        nameof(ReferencesAreKeptByTarget),
        Severity.Blocking,
        "A reference is to be kept or looked for in a field that the target does not have.",
        "Use one of the reference fields of the target; 'bridge rails' lists them.");

    public void Check(ProfileSubject profile)
    {
        var known = profile.Target.Capabilities.ReferenceSchemes;
        var references = profile.Definition.Partners.References;
        for (var index = 0; index < references.Count; index++)
        {
            if (references[index].Target.Length > 0 && !known.Contains(references[index].Target))
            {
                profile.Report(Definition, references[index].Target, $"{profile.Target.DisplayName} keeps: {string.Join(", ", known)}.", "partners", "references", Text(index), "target");
            }
        }

        var strategies = profile.Definition.Match.Strategies;
        for (var index = 0; index < strategies.Count; index++)
        {
            if (strategies[index].Target is { } target && !known.Contains(target))
            {
                profile.Report(Definition, target, $"{profile.Target.DisplayName} keeps: {string.Join(", ", known)}.", "match", "strategies", Text(index), "target");
            }
        }
    }

    private static string Text(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
