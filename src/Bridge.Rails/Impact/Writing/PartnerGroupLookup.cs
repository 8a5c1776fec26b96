using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Reading;

namespace Bridge.Rails.Impact.Writing;

/// <summary>Finds partner groups by name.</summary>
internal sealed class PartnerGroupLookup(ImpactClient client, ImpactPages pages) : IWriteLookup<PartnerGroupDraft>
{
    public async Task<IReadOnlyList<FoundObject>> FindAsync(PartnerGroupDraft draft, CancellationToken cancellationToken)
    {
        var found = new List<FoundObject>();
        await foreach (var page in pages.ListAsync("groups.list", (address, token) => client.ListGroupsAsync(address, null, token), cancellationToken))
        {
            found.AddRange(page.Rows
                .Select(row => ImpactRows.Read(row, ImpactJson.Default.WirePartnerGroup))
                .Where(group => group.Id is not null && string.Equals(group.Name?.Trim(), draft.Name.Trim(), StringComparison.Ordinal))
                .Select(group => new FoundObject(group.Id!, null, Equal: true)));
        }

        return found;
    }
}
