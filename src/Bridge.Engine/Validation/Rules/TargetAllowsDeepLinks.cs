using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>The target program does not let links name their destination.</summary>
internal sealed class TargetAllowsDeepLinks : IProgramRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROGRAM-002",
        nameof(TargetAllowsDeepLinks),
        Severity.Blocking,
        "The target program does not let links name their destination.",
        "Switch deep linking on in the target program's settings, or map links.kinds to regular in the profile.");

    public IEnumerable<RuleBreach> Check(RuleContext context)
    {
        if (!context.Program.DeepLinking && context.Profile.Links.Kinds.Values.Contains(LinkTreatment.Deep))
        {
            yield return new RuleBreach("program.deepLinking", "false", $"Program '{context.Program.Name}' would send every such link to its default page.");
        }
    }
}
