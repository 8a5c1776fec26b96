using System.Globalization;

namespace Bridge.Worker;

/// <summary>
/// Keeps a second worker away from a folder: both would fire every schedule. The system lets go of the lock when the process
/// ends, however it ends.
/// </summary>
internal static class WorkerLock
{
    /// <summary>Takes the lock.</summary>
    /// <param name="home">The worker's folder; it is made when it is not there.</param>
    /// <exception cref="WorkerStartException">Another worker has it, or the folder cannot be written.</exception>
    public static IDisposable Take(string home)
    {
        var path = Path.Combine(home, "worker.lock");
        try
        {
            Directory.CreateDirectory(home);
            File.WriteAllText(Path.Combine(home, ".gitignore"), "*\n");
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WorkerStartException(
                $"{path} cannot be taken: {error.Message} Another worker serves this folder, or it is not writable; one worker per folder.", error);
        }
    }
}
