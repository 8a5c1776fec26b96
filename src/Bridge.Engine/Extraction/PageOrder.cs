using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;

namespace Bridge.Engine.Extraction;

/// <summary>Watches the cursors of one read: a repeated cursor would read one page twice, a page behind the last one could not be resumed.</summary>
internal sealed class PageOrder(EntityKind entity, string? cursor)
{
    private string? last = cursor;

    /// <summary>True behind the page that has no cursor.</summary>
    public bool Ended { get; private set; }

    /// <exception cref="SnapshotIntegrityException">The reader breaks the order of pages.</exception>
    public void Check(string? next, long page)
    {
        if (Ended)
        {
            throw new SnapshotIntegrityException(entity, null, $"page {page}", "it came behind the page that said it was the last.");
        }

        if (next is not null && next == last)
        {
            throw new SnapshotIntegrityException(entity, null, $"page {page}", "it repeats the cursor of the page before: reading would not end.");
        }

        Ended = next is null;
        last = next;
    }
}
