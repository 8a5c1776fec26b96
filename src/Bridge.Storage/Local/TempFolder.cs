using Microsoft.Extensions.Logging;

namespace Bridge.Storage.Local;

/// <summary>
/// Where a store of this process writes files before they get their names: <c>~temp/&lt;process&gt;-&lt;n&gt;/</c> beside the documents
/// (the tilde is no character of a key). The folder holds a locked file as long as the process lives; what lies in folders
/// whose lock is free belonged to dead processes and is removed.
/// </summary>
internal sealed class TempFolder : IDisposable
{
    private const string LockName = "lock";
    private readonly FileStream held;
    private readonly string folder;
    private long next;

    private TempFolder(string folder, FileStream held)
    {
        this.folder = folder;
        this.held = held;
    }

    /// <summary>Makes the folder of this process.</summary>
    public static TempFolder Create(string root)
    {
        var parent = ParentOf(root);
        for (var number = 0; ; number++)
        {
            var folder = Path.Combine(parent, $"{Environment.ProcessId}-{number}");
            Directory.CreateDirectory(folder);
            if (TryLock(Path.Combine(folder, LockName), FileMode.CreateNew) is { } held)
            {
                return new(folder, held);
            }
        }
    }

    /// <summary>Removes what dead processes left.</summary>
    public static void RemoveLeftovers(string root, ILogger logger)
    {
        var parent = ParentOf(root);
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(parent))
        {
            try
            {
                using (var held = TryLock(Path.Combine(folder, LockName), FileMode.OpenOrCreate))
                {
                    if (held is null)
                    {
                        continue;
                    }

                    foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != LockName))
                    {
                        File.Delete(file);
                        Log.LeftoverRemoved(logger, file);
                    }
                }

                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Leftovers cost room, never correctness: the store opens, on a read-only disk too.
                Log.LeftoverKept(logger, folder, error);
            }
        }
    }

    /// <summary>A name for a new file.</summary>
    public string NextFile() => Path.Combine(folder, Interlocked.Increment(ref next).ToString("D6", null));

    /// <inheritdoc />
    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string ParentOf(string root) => Path.Combine(root, "~temp");

    private static FileStream? TryLock(string path, FileMode mode)
    {
        try
        {
            return new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
