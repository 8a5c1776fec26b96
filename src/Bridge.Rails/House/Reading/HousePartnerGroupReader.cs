using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>Partner groups: the group list; behind it, groups that only partners name, with their name for an id.</summary>
internal sealed class HousePartnerGroupReader(HouseSource source) : IPartnerGroupReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.PartnerGroup;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<PartnerGroup>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => source.Reading.ReadAsync<PartnerGroup>(
        (_, head) => Listed(head),
        scope,
        (_, _) => Task.FromResult<RowTranslator<PartnerGroup>>((row, findings) => HouseRows.Read(Entity, row, findings, (cells, _) => Group(cells))),
        (_, _) => NamedAloneAsync(cancellationToken),
        cancellationToken);

    /// <summary>Ids by id and by name; groups are some dozens.</summary>
    public static async Task<Dictionary<string, PartnerGroupId>> IdsAsync(HouseSource source, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, PartnerGroupId>(StringComparer.Ordinal);
        foreach (var file in source.Files(HouseKind.Groups, []))
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                if (row.Damage() is null && !row.IsExample() && row.Text("Group Name") is { Length: > 0 })
                {
                    var group = Group(new CellReader(row));
                    ids.TryAdd(group.Id.Value, group.Id);
                    ids.TryAdd(group.Name, group.Id);
                }
            }
        }

        return ids;
    }

    private static PartnerGroup Group(CellReader cells)
    {
        var name = cells.RequiredText("Group Name");
        return new PartnerGroup { Id = new PartnerGroupId(cells.Text("Group ID") ?? name), Name = name };
    }

    /// <summary>A program without a group list is ordinary, so its absence is no finding.</summary>
    private IReadOnlyList<TableFile> Listed(List<Finding> head)
    {
        var missing = new List<Finding>();
        var files = source.Files(HouseKind.Groups, missing);
        head.AddRange(missing.Where(finding => finding.Severity == Severity.Blocking));
        return files;
    }

    private async IAsyncEnumerable<ReadPage<PartnerGroup>> NamedAloneAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(source, cancellationToken);
        var named = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in source.Files(HouseKind.Partners, []))
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                if (row.Damage() is null && !row.IsExample() && !row.IsTotal())
                {
                    named.UnionWith(HouseWords.Parts(new CellReader(row).Text("Groups")).Where(name => !ids.ContainsKey(name)));
                }
            }
        }

        yield return new ReadPage<PartnerGroup>
        {
            Records = [.. named.Select(name => new Read<PartnerGroup>(new PartnerGroup { Id = new PartnerGroupId(name), Name = name }, Hash(name), []))],
            Rows = new RowCounts(named.Count, named.Count, 0, 0, 0),
        };
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
