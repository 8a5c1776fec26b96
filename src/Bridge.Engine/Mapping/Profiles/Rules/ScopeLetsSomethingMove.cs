using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A list of states is empty, so nothing of that kind would move.</summary>
internal sealed class ScopeLetsSomethingMove : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-002",
        nameof(ScopeLetsSomethingMove),
        Severity.Blocking,
        "A list of states is empty, so nothing of that kind would move.",
        "List at least one state, or leave the key out for the active ones.");

    public void Check(ProfileSubject profile)
    {
        var scope = profile.Definition.Scope;
        Check(profile, "partners", scope.PartnerStatuses.Count);
        Check(profile, "contracts", scope.ContractStatuses.Count);
        Check(profile, "links", scope.LinkStatuses.Count);
        Check(profile, "promoCodes", scope.PromoCodeStatuses.Count);
    }

    private void Check(ProfileSubject profile, string section, int count)
    {
        if (count == 0)
        {
            profile.Report(Definition, null, $"'scope.{section}.statuses' lists no state.", "scope", section, "statuses");
        }
    }
}
