using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>Every way in needs something that a partner may lack; partners without it will be blocked.</summary>
internal sealed class EntryHasLastResort : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-007",
        nameof(EntryHasLastResort),
        Severity.Warning,
        "Every way in needs something that a partner may lack; partners without it will be blocked.",
        "End the list with a way that needs nothing, for example an invitation in the portal.");

    public void Check(ProfileSubject profile)
    {
        var ways = profile.Definition.Partners.Entry;
        if (ways.Count > 0 && ways.All(way => way.Needs.Count > 0))
        {
            profile.Report(Definition, null, "No way in 'partners.entry' is open to every partner.", "partners", "entry");
        }

        for (var index = 0; index < ways.Count - 1; index++)
        {
            if (ways[index].Needs.Count == 0)
            {
                profile.Report(
                    Definition,
                    ways[index].Way.ToString(),
                    "This way is open to every partner, so the ways below it are never taken.",
                    "partners", "entry", index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }
}
