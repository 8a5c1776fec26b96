using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>No kind of link is mapped, so every link would stay behind.</summary>
internal sealed class LinkKindsAreOffered : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-014",
        nameof(LinkKindsAreOffered),
        Severity.Blocking,
        "No kind of link is mapped, so every link would stay behind.",
        "Say under links.kinds what becomes of each kind.");

    public void Check(ProfileSubject profile)
    {
        if (profile.Definition.Links.Kinds.Count == 0)
        {
            profile.Report(Definition, null, "'links.kinds' is empty.", "links", "kinds");
        }
    }
}
