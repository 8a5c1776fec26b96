using Bridge.Engine.Validation;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>All rules of profiles, in code order.</summary>
internal static class ProfileRules
{
    public static IReadOnlyList<IProfileRule> All { get; } =
        [.. RuleScan.Find<IProfileRule>().OrderBy(rule => rule.Definition.Code, StringComparer.Ordinal)];

    public static void Check(ProfileSubject profile)
    {
        foreach (var rule in All)
        {
            rule.Check(profile);
        }
    }
}
