using System.Runtime.InteropServices;
using Bridge.Model.Findings;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// The join table of publishers: state listings, encrypted id and group, and where the report names each one. It holds a few
/// fields per publisher (about 200 bytes, so some 20 MB for 100,000) and is the one thing here that grows with the program.
/// </summary>
internal sealed class PublisherIndex
{
    private readonly Dictionary<string, PublisherEntry> entries = new(StringComparer.Ordinal);
    private Dictionary<string, string>? owners;

    /// <summary>Groups.</summary>
    public GroupTable Groups { get; } = new();

    /// <summary>Names of the files that entries point to.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Problems and accounts of the joined files.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Publishers known.</summary>
    public int Count => entries.Count;

    /// <summary>SIDs that only the report names, in ordinal order.</summary>
    public IEnumerable<string> ReportOnly() =>
        entries.Where(pair => pair.Value.IsReportOnly).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    /// <summary>SIDs of the approved export, in ordinal order.</summary>
    public IEnumerable<string> Approved() =>
        entries.Where(pair => pair.Value.Listings.HasFlag(PublisherListing.Approved)).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    /// <summary>The entry of a SID, or null.</summary>
    public PublisherEntry? Find(string sid) => entries.TryGetValue(sid, out var entry) ? entry : null;

    /// <summary>The entry of a SID for writing, made when it is new.</summary>
    public ref PublisherEntry Open(string sid)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, sid, out var exists);
        if (!exists)
        {
            entry.Group = -1;
        }

        return ref entry;
    }

    /// <summary>True when the SID is known and lacks an encrypted id, which is then set.</summary>
    public bool Complete(string sid, string encryptedId)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(entries, sid);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry) || entry.EncryptedId is not null)
        {
            return false;
        }

        entry.EncryptedId = encryptedId;
        return true;
    }

    /// <summary>The publisher of an encrypted id, or null when nobody or more than one has it.</summary>
    public string? OwnerOf(string encryptedId) => (owners ??= Owners()).GetValueOrDefault(encryptedId) is { Length: > 0 } sid ? sid : null;

    private Dictionary<string, string> Owners()
    {
        var found = new Dictionary<string, string>(entries.Count, StringComparer.Ordinal);
        foreach (var (sid, entry) in entries)
        {
            if (entry.EncryptedId is { } encrypted && !found.TryAdd(encrypted, sid))
            {
                found[encrypted] = "";
            }
        }

        return found;
    }
}
