namespace Bridge.Hosting.Reports;

/// <summary>A folder of files for people. Each appears whole or not at all.</summary>
/// <param name="folder">Folder.</param>
public sealed class ReportFolder(string folder)
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

    /// <summary>Writes a text file: UTF-8 without a mark, lines ended by a line feed.</summary>
    public Task WriteTextAsync(string name, Func<TextWriter, Task> write, CancellationToken cancellationToken) => WriteAsync(
        name,
        async file =>
        {
            await using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
            await write(writer);
            await writer.FlushAsync(cancellationToken);
        },
        cancellationToken);
}
