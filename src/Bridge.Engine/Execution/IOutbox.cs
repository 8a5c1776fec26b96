namespace Bridge.Engine.Execution;

/// <summary>
/// Where files and tasks are handed to people. A hand-off is no artifact: it may hold personal values in clear, is written on
/// demand and removed when it is done.
/// </summary>
public interface IOutbox
{
    /// <summary>Writes the table of a file pack; replaces an earlier one of the same id.</summary>
    Task WriteTableAsync(string id, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Writes the slip (JSON) of a file pack or work item; written last, so that a slip never names a table that is not there.</summary>
    Task WriteSlipAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);

    /// <summary>Writes a person's answer to a task beside its slip; the run that waits for it takes it from there.</summary>
    Task WriteAnswerAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);

    /// <summary>The answer to a task as it was written, or null.</summary>
    Task<byte[]?> FindAnswerAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes everything of a hand-off; no error when there is nothing.</summary>
    Task RemoveAsync(string id, CancellationToken cancellationToken);
}
