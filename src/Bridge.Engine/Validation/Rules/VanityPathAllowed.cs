using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Links;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A readable link has no path, or one that no URL can carry.</summary>
internal sealed class VanityPathAllowed : IRecordRule<TrackingLink, DesiredLink>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-LINK-003",
        nameof(VanityPathAllowed),
        Severity.Excluding,
        "A readable link has no path, or one that no URL can carry.",
        "Correct the path in the export, or choose links.kinds.vanity: deep in the profile.");

    public IEnumerable<RuleBreach> Check(TrackingLink source, DesiredLink desired, RuleContext context)
    {
        if (desired.Kind == LinkKind.Vanity && (string.IsNullOrEmpty(desired.VanityPath) || !desired.VanityPath.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')))
        {
            yield return new RuleBreach("vanityPath", desired.VanityPath, "A path is made of letters, digits, hyphen, underscore and point.");
        }
    }
}
