namespace Bridge.Cli.Output;

/// <summary>A folder of files for people. Each appears whole or not at all.</summary>
/// <param name="folder">Folder.</param>
internal sealed class ReportFolder(string folder)
{
    private readonly List<string> written = [];

    /// <summary>Files written so far.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>Writes a file; replaces an earlier one of that name when it is complete.</summary>
    public async Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        var part = path + ".part";
        try
        {
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous))
            {
                await write(file);
                await file.FlushAsync(cancellationToken);
            }

            File.Move(part, path, overwrite: true);
            written.Add(path);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
