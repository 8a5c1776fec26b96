using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A strategy for finding partners is incomplete or there twice.</summary>
internal sealed class MatchStrategiesAreSound : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-005",
        nameof(MatchStrategiesAreSound),
        Severity.Blocking,
        "A strategy for finding partners is incomplete or there twice.",
        "Give strategies by reference a source and a target, the others neither, and list each once.");

    public void Check(ProfileSubject profile)
    {
        var strategies = profile.Definition.Match.Strategies;
        for (var index = 0; index < strategies.Count; index++)
        {
            var place = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var strategy = strategies[index];
            var byReference = strategy.By == MatchWay.Reference;
            if (byReference != (strategy.Source is not null) || byReference != (strategy.Target is not null))
            {
                profile.Report(
                    Definition,
                    null,
                    byReference ? "A strategy by reference needs 'source' and 'target'." : "Only a strategy by reference has 'source' and 'target'.",
                    "match", "strategies", place);
            }

            if (strategies.Take(index).Contains(strategy))
            {
                profile.Report(Definition, null, "The same strategy stands further up.", "match", "strategies", place);
            }
        }
    }
}
