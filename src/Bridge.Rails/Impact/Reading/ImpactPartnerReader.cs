using System.Runtime.CompilerServices;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Reading;

/// <summary>
/// Reads every partner the account knows. Those with this program among their programs take part in it; the others are read,
/// too, since matching needs them.
/// </summary>
internal sealed class ImpactPartnerReader(ImpactClient client, ImpactTranslator translator, ImpactPages pages) : IPartnerReader
{
    public EntityKind Entity => EntityKind.Partner;

    public async IAsyncEnumerable<ReadPage<Partner>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var memberships = await GroupMemberships.ReadAsync(client, pages, cancellationToken);
        var read = pages.ReadAsync("partners.list", scope.After, (cursor, token) => PageAsync(cursor, scope, memberships, token), cancellationToken);
        await foreach (var page in read)
        {
            yield return page;
        }
    }

    private async Task<ReadPage<Partner>> PageAsync(string? cursor, ReadScope scope, GroupMemberships memberships, CancellationToken cancellationToken)
    {
        var page = await client.ListPartnersAsync(cursor, scope.ChangedSince, null, cancellationToken);
        var rows = new RowReading<Partner>(Entity);
        for (var index = 0; index < page.Rows.Count; index++)
        {
            rows.Add(page.Rows[index], $"{page.Raw.Name}#{index + 1}", (row, losses) =>
            {
                var wire = ImpactRows.Read(row, ImpactJson.Default.WirePartner);
                ImpactRows.Need(wire.Id, nameof(WirePartner.Id));
                return translator.Partner(wire, memberships.Of(wire.Id), losses);
            });
        }

        return rows.Page(page.Raw, page.Next, page.Total);
    }
}
