using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>Several templates of the source are mapped to one template of the target.</summary>
internal sealed class TemplateStandsForOneOffer : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-013",
        nameof(TemplateStandsForOneOffer),
        Severity.Warning,
        "Several templates of the source are mapped to one template of the target.",
        "Make sure that their terms are the same; the first contract of each is compared field by field.");

    public void Check(ProfileSubject profile)
    {
        var declared = profile.Definition.Contracts.Templates.Where(pair => pair.Value.Id is not null);
        foreach (var shared in declared.GroupBy(pair => pair.Value.Id!, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var sources = shared.Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
            profile.Report(Definition, shared.Key, $"{string.Join(", ", sources)} all become template '{shared.Key}'.", "contracts", "templates", sources[1], "id");
        }
    }
}
