using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Reading;

/// <summary>Reads the partner groups of the program.</summary>
internal sealed class ImpactPartnerGroupReader(ImpactClient client, ImpactTranslator translator, ImpactPages pages) : IPartnerGroupReader
{
    public EntityKind Entity => EntityKind.PartnerGroup;

    public IAsyncEnumerable<ReadPage<PartnerGroup>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) =>
        pages.ReadAsync("groups.list", scope.After, PageAsync, cancellationToken);

    private async Task<ReadPage<PartnerGroup>> PageAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = await client.ListGroupsAsync(cursor, null, cancellationToken);
        var rows = new RowReading<PartnerGroup>(Entity);
        for (var index = 0; index < page.Rows.Count; index++)
        {
            rows.Add(page.Rows[index], $"{page.Raw.Name}#{index + 1}", (row, _) =>
            {
                var wire = ImpactRows.Read(row, ImpactJson.Default.WirePartnerGroup);
                ImpactRows.Need(wire.Id, nameof(WirePartnerGroup.Id));
                return translator.Group(wire);
            });
        }

        return rows.Page(page.Raw, page.Next, page.Total);
    }
}
