using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;

namespace Bridge.Storage.Local;

/// <summary>Scratch files in a folder. Their names are removed at once where the system allows it, so that even a killed process leaves none.</summary>
/// <param name="folder">The folder; made when it is first needed.</param>
public sealed class LocalScratchSpace(string folder) : IScratchSpace
{
    private const int BufferSize = 64 * 1024;
    private long next;

    /// <inheritdoc />
    /// <exception cref="StoreFileException">The folder cannot be used; says why and what to do.</exception>
    public Stream Create()
    {
        try
        {
            Directory.CreateDirectory(folder);
            while (true)
            {
                var path = Path.Combine(folder, $"{Environment.ProcessId}-{Interlocked.Increment(ref next)}.scratch");
                if (File.Exists(path))
                {
                    continue;
                }

                var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, BufferSize, FileOptions.DeleteOnClose);
                if (!OperatingSystem.IsWindows())
                {
                    File.Delete(path);
                }

                return stream;
            }
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(folder, fault.Problem, fault.Remedy, error);
        }
    }
}
