using System.Runtime.InteropServices;

namespace Bridge.Storage.Local;

/// <summary>Three things of the C library that .NET does not offer: a hard link, and the sync of a folder.</summary>
internal static partial class NativeFiles
{
    private const int FileExists = 17;

    /// <summary>
    /// Gives a finished file its final name unless that name is taken: one step, whatever happens. Where the file system has no
    /// hard links it is a check and a rename, which two writers at the same instant could both pass.
    /// </summary>
    /// <returns>False when the name is taken.</returns>
    public static bool TryPublish(string finished, string final)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryRename(finished, final);
        }

        if (Link(finished, final) == 0)
        {
            File.Delete(finished);
            return true;
        }

        return Marshal.GetLastPInvokeError() != FileExists && TryRename(finished, final);
    }

    /// <summary>Makes new names in a folder durable. Windows does so by itself.</summary>
    /// <exception cref="IOException">The file system reported an error.</exception>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, 0);
        if (handle < 0)
        {
            throw Failed(folder);
        }

        try
        {
            if (Sync(handle) != 0)
            {
                throw Failed(folder);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    /// <summary>Makes a folder and its parents, each durable in its parent.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="existing">A parent that exists; nothing above it is touched.</param>
    public static void CreateFolder(string folder, string existing)
    {
        if (folder.Length <= existing.Length || Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(folder)!;
        CreateFolder(parent, existing);
        Directory.CreateDirectory(folder);
        SyncFolder(parent);
    }

    private static bool TryRename(string finished, string final)
    {
        if (Path.Exists(final))
        {
            return false;
        }

        File.Move(finished, final, overwrite: !OperatingSystem.IsWindows());
        return true;
    }

    private static IOException Failed(string folder)
    {
        var code = Marshal.GetLastPInvokeError();
        return new($"{Marshal.GetPInvokeErrorMessage(code)} : '{folder}'", code);
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
