namespace Bridge.Engine.Execution;

/// <summary>
/// Where files and tasks are handed to people. A hand-off is no artifact: it may hold personal values in clear, is written on
/// demand and removed when it is done.
/// </summary>
public interface IOutbox
{
    /// <summary>Writes a file of a hand-off (the table of a pack, a sheet for a task); replaces an earlier one of the same id and extension.</summary>
    /// <param name="id">Hand-off.</param>
    /// <param name="extension"><c>csv</c>, <c>xlsx</c> or <c>md</c>.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <param name="cancellationToken">Stops the writing; an earlier file then stays.</param>
    Task WriteFileAsync(string id, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>A file of a hand-off for reading, or null when it is not there.</summary>
    Task<Stream?> OpenFileAsync(string id, string extension, CancellationToken cancellationToken);

    /// <summary>Removes one file of a hand-off and leaves the rest; no error when it is not there.</summary>
    Task RemoveFileAsync(string id, string extension, CancellationToken cancellationToken);

    /// <summary>Writes the slip (JSON) of a file pack or work item; written last, so that a slip never names a table that is not there.</summary>
    Task WriteSlipAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);

    /// <summary>Writes a person's answer to a task beside its slip; the run that waits for it takes it from there.</summary>
    Task WriteAnswerAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);

    /// <summary>The answer to a task as it was written, or null.</summary>
    Task<byte[]?> FindAnswerAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes everything of a hand-off; no error when there is nothing.</summary>
    Task RemoveAsync(string id, CancellationToken cancellationToken);
}
