using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Mapping;

/// <summary>Partner groups: what they are called on the target.</summary>
internal sealed class GroupMapper(GroupSection rules)
{
    public PartnerGroupDraft? Map(PartnerGroup source, MappingNotes notes)
    {
        if (rules.Skip.Contains(source.Name) || rules.Skip.Contains(source.Id.Value))
        {
            notes.Exclude(Outcome.Skipped, "GroupSkipped", $"partners.groups.skip names '{source.Name}'.");
            return null;
        }

        if (rules.Names.TryGetValue(source.Name, out var name) || rules.Names.TryGetValue(source.Id.Value, out name))
        {
            return new PartnerGroupDraft(name);
        }

        if (string.IsNullOrWhiteSpace(source.Name))
        {
            notes.Report(MappingFindings.GroupNamePresent, "name", null, $"Group '{source.Id}' has no name.");
            return null;
        }

        return new PartnerGroupDraft(rules.Prefix + source.Name.Trim());
    }
}
