using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A sub-id is renamed to one that the target does not have, or two become one.</summary>
internal sealed class SubIdsAreKnownToTarget : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-008",
        nameof(SubIdsAreKnownToTarget),
        Severity.Blocking,
        "A sub-id is renamed to one that the target does not have, or two become one.",
        "Use the target's names, each once; 'bridge rails' lists them.");

    public void Check(ProfileSubject profile)
    {
        var known = profile.Target.Capabilities.SubIdNames;
        var names = profile.Definition.Links.SubIds.Names;
        foreach (var (source, target) in names.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(target))
            {
                profile.Report(Definition, target, $"{profile.Target.DisplayName} has: {string.Join(", ", known)}.", "links", "subIds", "names", source);
            }
        }

        foreach (var shared in names.GroupBy(pair => pair.Value, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var sources = shared.Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
            profile.Report(Definition, shared.Key, $"{string.Join(" and ", sources)} would both become '{shared.Key}'.", "links", "subIds", "names", sources[1]);
        }
    }
}
