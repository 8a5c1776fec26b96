using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bridge.Model.Findings;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// The join table of publishers: state listings, encrypted id and group, and where the report names those that nothing else
/// does. It is the one thing here that grows with the program, and holds no text of its own for ids of the published forms:
/// about 80 bytes for each publisher, 8 MB for 100,000, and 32 more when links have to be told their owners.
/// </summary>
internal sealed class PublisherIndex
{
    private readonly TextPacker packer = new();
    private readonly Dictionary<PackedText, PublisherEntry> entries = [];
    private readonly Dictionary<PackedText, ReportPlace> reportPlaces = [];
    private (PackedText Encrypted, PackedText Sid)[]? owners;

    /// <summary>Groups.</summary>
    public GroupTable Groups { get; } = new();

    /// <summary>Names of the files that entries point to.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Problems and accounts of the joined files.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Publishers known.</summary>
    public int Count => entries.Count;

    /// <summary>SIDs that only the report names, in ordinal order.</summary>
    public IEnumerable<string> ReportOnly() => Sids(entry => entry.IsReportOnly);

    /// <summary>SIDs of the approved export that no assignment names, in ordinal order.</summary>
    public IEnumerable<string> Unassigned() => Sids(entry => entry.Listings.HasFlag(PublisherListing.Approved) && !entry.Assigned);

    /// <summary>The entry of a SID, or null.</summary>
    public PublisherEntry? Find(string sid) => entries.TryGetValue(packer.Pack(sid), out var entry) ? entry : null;

    /// <summary>The encrypted id of a SID, or null.</summary>
    public string? EncryptedIdOf(string sid) => Find(sid) is { } entry ? packer.Unpack(entry.EncryptedId) : null;

    /// <summary>Where the report names a publisher that is listed nowhere else.</summary>
    public ReportPlace ReportPlaceOf(string sid) => reportPlaces[packer.Pack(sid)];

    /// <summary>Notes a row of an overview export.</summary>
    public void List(string sid, PublisherListing listing, short file, int line)
    {
        ref var entry = ref Open(packer.Pack(sid));
        if (entry.FirstLine == 0)
        {
            (entry.FirstFile, entry.FirstLine) = (file, line);
        }

        entry.Listings |= listing;
    }

    /// <summary>Notes a row of the report; its first group and first encrypted id count.</summary>
    /// <returns>The encrypted id that the publisher has already when the row gives another one; else null.</returns>
    public string? Report(string sid, ReportPlace place, short group, string? encryptedId)
    {
        var key = packer.Pack(sid);
        ref var entry = ref Open(key);
        if (entry.Listings == PublisherListing.None)
        {
            reportPlaces.Add(key, place);
        }

        entry.Listings |= PublisherListing.Report;
        entry.Group = entry.Group < 0 ? group : entry.Group;
        if (encryptedId is null)
        {
            return null;
        }

        var encrypted = packer.Pack(encryptedId);
        if (entry.EncryptedId == default)
        {
            entry.EncryptedId = encrypted;
        }

        return entry.EncryptedId == encrypted ? null : packer.Unpack(entry.EncryptedId);
    }

    /// <summary>Gives a known publisher the encrypted id that it lacks.</summary>
    public void Complete(string sid, string encryptedId)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(entries, packer.Pack(sid));
        if (!Unsafe.IsNullRef(ref entry) && entry.EncryptedId == default)
        {
            entry.EncryptedId = packer.Pack(encryptedId);
        }
    }

    /// <summary>True when an assignment names one of the publishers.</summary>
    public bool AnyAssigned { get; private set; }

    /// <summary>Notes that an assignment names a publisher.</summary>
    public void Assign(string sid)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(entries, packer.Pack(sid));
        if (!Unsafe.IsNullRef(ref entry))
        {
            entry.Assigned = true;
            AnyAssigned = true;
        }
    }

    /// <summary>The publisher of an encrypted id, or null when nobody or more than one has it.</summary>
    public string? OwnerOf(string encryptedId)
    {
        owners ??= [.. entries.Where(pair => pair.Value.EncryptedId != default).Select(pair => (pair.Value.EncryptedId, pair.Key)).Order()];
        var encrypted = packer.Pack(encryptedId);
        var place = Array.BinarySearch(owners, (encrypted, default));
        place = place < 0 ? ~place : place;
        var found = place < owners.Length && owners[place].Encrypted == encrypted;
        var shared = found && place + 1 < owners.Length && owners[place + 1].Encrypted == encrypted;
        return found && !shared ? packer.Unpack(owners[place].Sid) : null;
    }

    private IEnumerable<string> Sids(Func<PublisherEntry, bool> which) =>
        entries.Where(pair => which(pair.Value)).Select(pair => packer.Unpack(pair.Key)!).Order(StringComparer.Ordinal);

    private ref PublisherEntry Open(PackedText sid)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, sid, out var exists);
        if (!exists)
        {
            entry.Group = -1;
        }

        return ref entry;
    }
}
