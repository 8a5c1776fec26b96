using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>The profile is written for another pair of rails.</summary>
internal sealed class ProfileFitsRails : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-001",
        nameof(ProfileFitsRails),
        Severity.Blocking,
        "The profile is written for another pair of rails.",
        "Name a profile for these two rails in bridge.yaml, or correct profile.from and profile.to.");

    public void Check(ProfileSubject profile)
    {
        var identity = profile.Definition.Identity;
        if (identity.From.Length > 0 && identity.From != profile.Source.Id)
        {
            profile.Report(Definition, identity.From, $"The source of this migration is '{profile.Source.Id}'.", "profile", "from");
        }

        if (identity.To.Length > 0 && identity.To != profile.Target.Id)
        {
            profile.Report(Definition, identity.To, $"The target of this migration is '{profile.Target.Id}'.", "profile", "to");
        }
    }
}
