using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Publisher groups: every group that a report or overview row names, in one page. A group has no row of its own, so its rows
/// are the groups themselves and the raw rows rest with partners and conversions.
/// </summary>
internal sealed class RakutenPartnerGroupReader(RakutenSource source) : IPartnerGroupReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.PartnerGroup;

    /// <inheritdoc />
    public async IAsyncEnumerable<ReadPage<PartnerGroup>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = await source.PublishersAsync(source.ExportDate(), cancellationToken);
        var groups = index.Groups.All()
            .Select(group => new Read<PartnerGroup>(new PartnerGroup { Id = group.Id, Name = group.Name }, Hash(group.Id.Value, group.Name), []))
            .ToList();
        yield return new ReadPage<PartnerGroup>
        {
            Records = groups,
            Rows = new RowCounts(groups.Count, groups.Count, 0, 0, 0),
            Total = groups.Count,
        };
    }

    private static string Hash(string id, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\u001f{name}")).AsSpan(0, 16));
}
