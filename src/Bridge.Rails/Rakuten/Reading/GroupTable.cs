using Bridge.Model.Identity;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// The publisher groups of the program. The report gives id and name, the overview the name alone: a group that only the
/// overview names has its name for an id. Bounded by the number of groups that people make, some dozens.
/// </summary>
internal sealed class GroupTable
{
    private readonly Dictionary<string, short> byName = new(StringComparer.Ordinal);
    private readonly List<(string? Id, string Name)> groups = [];

    /// <summary>Groups in id order.</summary>
    public IEnumerable<(PartnerGroupId Id, string Name)> All() =>
        groups.Select((group, place) => (IdAt((short)place), group.Name)).OrderBy(group => group.Item1.Value, StringComparer.Ordinal);

    /// <summary>Position of a group, added when it is new; -1 when the row names none.</summary>
    public short Add(string? id, string? name)
    {
        var text = name ?? id;
        if (text is null)
        {
            return -1;
        }

        if (!byName.TryGetValue(text, out var place))
        {
            place = checked((short)groups.Count);
            byName.Add(text, place);
            groups.Add((id, text));
        }
        else if (id is not null && (groups[place].Id is not { } known || string.CompareOrdinal(id, known) < 0))
        {
            groups[place] = (id, text);
        }

        return place;
    }

    /// <summary>Id of the group at a position.</summary>
    public PartnerGroupId IdAt(short place) => new(groups[place].Id ?? groups[place].Name);

    /// <summary>Id of a group by its name, or null when it is unknown.</summary>
    public PartnerGroupId? IdOf(string name) => byName.TryGetValue(name, out var place) ? IdAt(place) : null;
}
