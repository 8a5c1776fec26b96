using System.Collections.Concurrent;
using Bridge.Engine.Execution;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>
/// The one writer of a run store. Appends that wait at the same time share a transaction, and with it the sync that costs
/// nearly all of their time; when one of them is refused, each is tried again in a transaction of its own.
/// </summary>
internal sealed class RunStoreWriter : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private readonly ConcurrentQueue<WriteWork> queue = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly RunWriteSession session;
    private readonly SqliteFile file;
    private readonly HeadMark mark;
    private readonly List<WriteWork> batch = [];
    private Exception? broken;
    private volatile bool closed;

    public RunStoreWriter(SqliteFile file, RunWriteSession session, HeadMark mark)
    {
        this.file = file;
        this.session = session;
        this.mark = mark;
    }

    /// <summary>Runs something inside a transaction; when the task ends well, its effect is on the disk.</summary>
    public Task<T> RunAsync<T>(Func<RunWriteSession, T> act, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteRunStore));
        var work = new WriteWork<T>(act, cancellationToken);
        queue.Enqueue(work);
        if (closed)
        {
            Refuse();
        }

        // A lone caller writes on its own thread, without a switch; whoever comes meanwhile shares the next transaction.
        WriteWaiting(oneBatch: true);
        return work.Result;
    }

    public async ValueTask DisposeAsync()
    {
        if (closed)
        {
            return;
        }

        closed = true;
        await writing.WaitAsync();
        Refuse();
        session.Dispose();
        mark.Dispose();
    }

    private void WriteWaiting(bool oneBatch)
    {
        while (!queue.IsEmpty && writing.Wait(0))
        {
            try
            {
                WriteBatch();
            }
            finally
            {
                writing.Release();
            }

            if (oneBatch && !queue.IsEmpty)
            {
                _ = Task.Run(() => WriteWaiting(oneBatch: false));
                return;
            }
        }
    }

    private void WriteBatch()
    {
        batch.Clear();
        while (batch.Count < LargestBatch && queue.TryDequeue(out var work))
        {
            if (work.Start())
            {
                batch.Add(work);
            }
        }

        if (batch.Count > 0 && TryCommit(batch) is { } error)
        {
            SettleOneByOne(error);
        }
    }

    private void Refuse()
    {
        while (queue.TryDequeue(out var work))
        {
            work.Fail(new ObjectDisposedException(nameof(SqliteRunStore)));
        }
    }

    private void SettleOneByOne(Exception error)
    {
        if (batch.Count == 1)
        {
            batch[0].Fail(error);
            return;
        }

        foreach (var work in batch)
        {
            if (TryCommit([work]) is { } own)
            {
                work.Fail(own);
            }
        }
    }

    // Every error goes to the caller whose work it was; nothing else may stop the writer.
    private Exception? TryCommit(IReadOnlyList<WriteWork> works)
    {
        if (broken is not null)
        {
            return broken;
        }

        try
        {
            session.Begin();
            foreach (var work in works)
            {
                work.Execute(session);
            }

            session.Commit();
        }
        catch (Exception error)
        {
            return Undo(error);
        }

        NoteHead();
        foreach (var work in works)
        {
            work.Done();
        }

        return null;
    }

    private Exception Undo(Exception error)
    {
        var explained = error is SqliteException sqlite ? file.Explain(sqlite) : error;
        try
        {
            session.Rollback();
        }
        catch (SqliteException rollback)
        {
            return broken = file.Explain(rollback);
        }

        // After a failed write or sync nobody knows what the disk holds: only opening the file again can tell.
        if (error is SqliteException { SqliteErrorCode: 10 } or RunStoreCorruptException || explained is RunStoreCorruptException)
        {
            broken = explained;
        }

        return explained;
    }

    private void NoteHead()
    {
        try
        {
            mark.Write(session.Head.Sequence, session.Head.Hash);
        }
        catch (IOException error)
        {
            // What was committed is safe and is reported so; the next write hears of the disk.
            broken = new StoreFileException(HeadMark.PathOf(file.Path), "The disk reported an error.", "Check the disk, then run again.", error);
        }
    }

    private abstract class WriteWork
    {
        public abstract bool Start();

        public abstract void Execute(RunWriteSession session);

        public abstract void Done();

        public abstract void Fail(Exception error);
    }

    private sealed class WriteWork<T>(Func<RunWriteSession, T> act, CancellationToken cancellationToken) : WriteWork
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Result => completion.Task;

        /// <summary>False when the caller gave up before the work began; afterwards it is carried through.</summary>
        public override bool Start() => !cancellationToken.IsCancellationRequested || !completion.TrySetCanceled(cancellationToken);

        public override void Execute(RunWriteSession session) => result = act(session);

        public override void Done() => completion.SetResult(result!);

        public override void Fail(Exception error) => completion.SetException(error);
    }
}
