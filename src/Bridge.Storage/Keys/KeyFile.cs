using System.Text;
using Bridge.Engine.Execution;
using Bridge.Storage.Local;

namespace Bridge.Storage.Keys;

/// <summary>A file that holds a key as text. Only its user may read it; it is made in one step, so that no half key is ever found.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key, after making it when there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="make">Makes the text of a new key; null when a missing file means that something is lost.</param>
    /// <param name="lost">What is lost without it, for the message.</param>
    /// <exception cref="StoreFileException">The file is missing, others may read it, or it cannot be used.</exception>
    public static string Read(string path, Func<string>? make, string lost)
    {
        try
        {
            if (!File.Exists(path))
            {
                Create(path, make ?? throw new StoreFileException(path, $"The key file is missing; {lost}", "Restore it from a backup."));
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) is var others and not 0 && (others & ~UnixFileMode.UserExecute) != 0)
            {
                throw new StoreFileException(path, "Other users of this machine may read or change the key.", $"Run: chmod 600 '{path}'");
            }

            return File.ReadAllText(path).Trim();
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(path, fault.Problem, fault.Remedy, error);
        }
    }

    private static void Create(string path, Func<string> make)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            options.UnixCreateMode = OwnerOnly;
        }

        // A name that a dead process of the same number left is its half key: of no use to anybody.
        var unfinished = $"{path}.{Environment.ProcessId}.new";
        File.Delete(unfinished);
        try
        {
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(Encoding.ASCII.GetBytes(make()));
                file.Flush(flushToDisk: true);
            }

            // Another process may have made the key meanwhile: then that one counts.
            NativeFiles.TryPublish(unfinished, path);
            NativeFiles.SyncFolder(folder);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
