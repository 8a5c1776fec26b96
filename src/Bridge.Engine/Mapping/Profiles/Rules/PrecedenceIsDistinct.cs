using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A kind of template stands twice in the precedence.</summary>
internal sealed class PrecedenceIsDistinct : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-011",
        nameof(PrecedenceIsDistinct),
        Severity.Blocking,
        "A kind of template stands twice in the precedence.",
        "List each kind once, the leading one first.");

    public void Check(ProfileSubject profile)
    {
        foreach (var kind in profile.Definition.Contracts.Precedence.GroupBy(kind => kind, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            profile.Report(Definition, kind.Key, $"'{kind.Key}' is listed {kind.Count()} times.", "contracts", "precedence");
        }
    }
}
