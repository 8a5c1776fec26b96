using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A way for partners to get in is none that the target offers, is there twice, or no way is named.</summary>
internal sealed class EntryWaysAreOffered : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-006",
        nameof(EntryWaysAreOffered),
        Severity.Blocking,
        "A way for partners to get in is none that the target offers, is there twice, or no way is named.",
        "List ways that the target offers, each once; 'bridge rails' lists them.");

    public void Check(ProfileSubject profile)
    {
        var ways = profile.Definition.Partners.Entry;
        var offered = profile.Target.Capabilities.PartnerEntries;
        if (ways.Count == 0)
        {
            profile.Report(Definition, null, "'partners.entry' names no way for partners to get in.", "partners", "entry");
        }

        for (var index = 0; index < ways.Count; index++)
        {
            var place = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!offered.Contains(ways[index].Way))
            {
                profile.Report(Definition, ways[index].Way.ToString(), $"{profile.Target.DisplayName} offers: {string.Join(", ", offered)}.", "partners", "entry", place, "way");
            }

            if (ways.Take(index).Any(way => way.Way == ways[index].Way))
            {
                profile.Report(Definition, ways[index].Way.ToString(), "The same way stands further up.", "partners", "entry", place, "way");
            }
        }
    }
}
