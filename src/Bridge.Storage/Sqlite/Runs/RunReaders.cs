using System.Collections.Concurrent;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>Reading connections, one per caller at a time, kept for the next one.</summary>
internal sealed class RunReaders(SqliteFile file, Func<string, Exception> damaged) : IDisposable
{
    private readonly ConcurrentBag<RunReader> idle = [];
    private volatile bool disposed;

    /// <summary>Reads something. A connection that failed is not used again.</summary>
    public T Read<T>(Func<RunReader, T> act)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(SqliteRunStore));
        if (!idle.TryTake(out var reader))
        {
            reader = new(file.OpenReader(), damaged);
        }

        var healthy = false;
        try
        {
            var result = file.Guard(() => act(reader));
            healthy = true;
            return result;
        }
        finally
        {
            if (healthy && !disposed)
            {
                idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

    }
}
