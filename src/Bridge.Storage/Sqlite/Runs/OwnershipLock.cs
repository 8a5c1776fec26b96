using Bridge.Engine.Execution;
using Bridge.Storage.Local;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>
/// The lock of the living owner: a lock of the operating system on a file beside the database. The system lets go of it when
/// the process ends, however it ends; the file itself stays and means nothing.
/// </summary>
internal static class OwnershipLock
{
    public static string PathOf(string database) => database + ".lock";

    /// <summary>Takes the lock; null when a living process has it.</summary>
    public static FileStream? TryTake(string database)
    {
        var path = PathOf(database);
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (IsTaken(error))
        {
            return null;
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(path, fault.Problem, fault.Remedy, error);
        }
    }

    // The sharing violation: EWOULDBLOCK of Linux (11) and macOS (35), or the code of Windows that .NET uses everywhere.
    private static bool IsTaken(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x8007_0020);
}
