namespace Bridge.Testing.Stores;

/// <summary>Which writes of an in-memory store go wrong. Writes are numbered from 1 over the life of the disk, not of a process.</summary>
public sealed class StorageFaults
{
    private readonly Dictionary<long, StorageFault> planned = [];

    /// <summary>Writes tried so far, also those that failed.</summary>
    public long Writes { get; private set; }

    /// <summary>True while the disk is full.</summary>
    public bool Full { get; set; }

    /// <summary>Plans a fault for one write.</summary>
    public StorageFaults At(long write, StorageFault fault)
    {
        planned[write] = fault;
        return this;
    }

    /// <summary>Plans a fault for the next write.</summary>
    public StorageFaults Next(StorageFault fault) => At(Writes + 1, fault);

    internal StorageFault? Take()
    {
        Writes++;
        return planned.Remove(Writes, out var fault) ? fault : Full ? StorageFault.NoSpace : null;
    }
}
