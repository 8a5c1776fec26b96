namespace Bridge.Storage.Sqlite.Runs;

/// <summary>The one row that every commit changes: who owns the store, where the journal ends, what all state rows add up to.</summary>
internal sealed record RunHead
{
    public const string Table = "head";
    public const string Select = "SELECT epoch, owner, sequence, hash, clock, tally, seal FROM head WHERE id=1";
    public const string Upsert =
        "INSERT INTO head(id, epoch, owner, sequence, hash, clock, tally, seal) VALUES(1, ?1, ?2, ?3, ?4, ?5, ?6, ?7) " +
        "ON CONFLICT(id) DO UPDATE SET epoch=?1, owner=?2, sequence=?3, hash=?4, clock=?5, tally=?6, seal=?7";

    /// <summary>Owner number; 0 before the first one.</summary>
    public required long Epoch { get; init; }

    /// <summary>Owner for people; null when nobody owns it.</summary>
    public required string? Owner { get; init; }

    /// <summary>Last journal record.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Highest wall clock seen, in the journal's form of a time; text order is time order.</summary>
    public required string Clock { get; init; }

    /// <summary>Sum of the seals of all state rows, modulo 2^64: tells whether rows were added or removed behind the store's back.</summary>
    public required long Tally { get; init; }

    public object[] Values => [Epoch, RunRows.OrNull(Owner), Sequence, Hash, Clock, Tally];

    public static RunHead Of(object[] row) => new()
    {
        Epoch = (long)row[0],
        Owner = row[1] as string,
        Sequence = (long)row[2],
        Hash = (string)row[3],
        Clock = (string)row[4],
        Tally = (long)row[5],
    };
}
