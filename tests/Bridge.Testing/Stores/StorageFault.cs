namespace Bridge.Testing.Stores;

/// <summary>What happens to one write of an in-memory store.</summary>
public enum StorageFault
{
    /// <summary>The disk is full: the write is refused, nothing is kept, the process lives on.</summary>
    NoSpace,

    /// <summary>The process dies before the sync: what was being written is lost.</summary>
    LoseUnsynced,

    /// <summary>The process dies after the sync: everything was kept, the writer never hears of it.</summary>
    CrashAfterSync,
}
