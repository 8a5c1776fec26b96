using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Rails.Impact.Reading;

/// <summary>
/// Which groups each partner belongs to: impact.com says it from the group's side only. Held whole while partners are read,
/// about 100 bytes per membership; partners with the same groups share one list.
/// </summary>
internal sealed class GroupMemberships
{
    private readonly Dictionary<string, ValueList<PartnerGroupId>> groupsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<ValueList<PartnerGroupId>, ValueList<PartnerGroupId>> shared = [];

    /// <summary>Groups of a partner, in id order.</summary>
    public ValueList<PartnerGroupId> Of(string? partnerId) => groupsOf.GetValueOrDefault(partnerId ?? "", []);

    /// <summary>Reads every group of the program.</summary>
    public static async Task<GroupMemberships> ReadAsync(ImpactClient client, ImpactPages pages, CancellationToken cancellationToken)
    {
        var memberships = new GroupMemberships();
        await foreach (var page in pages.ListAsync("groups.list", (address, token) => client.ListGroupsAsync(address, null, token), cancellationToken))
        {
            foreach (var row in page.Rows)
            {
                var group = ImpactRows.Read(row, ImpactJson.Default.WirePartnerGroup);
                if (group.Id is null)
                {
                    continue;
                }

                // A list without the member is read group by group; a group without members has it, empty.
                if (!row.TryGetProperty(nameof(group.MediaPartners), out _))
                {
                    group = await client.GetGroupAsync(group.Id, cancellationToken);
                }

                foreach (var member in group.MediaPartners)
                {
                    memberships.Add(member.PartnerId, new PartnerGroupId(group.Id!));
                }
            }
        }

        return memberships;
    }

    private void Add(string? partnerId, PartnerGroupId group)
    {
        if (partnerId is null)
        {
            return;
        }

        var before = Of(partnerId);
        var after = before.Append(group).Distinct().OrderBy(one => one.Value, StringComparer.Ordinal).ToValueList();
        if (!shared.TryGetValue(after, out var same))
        {
            shared.Add(after, same = after);
        }

        groupsOf[partnerId] = same;
    }
}
