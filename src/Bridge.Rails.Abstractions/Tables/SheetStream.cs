using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// One sheet as comma-separated text in a temporary file of its own: row by row, so that the line of a row is its number in the
/// sheet. The file is readable by its owner alone and is gone when the stream is closed; on Unix it has no name from the start.
/// </summary>
internal sealed class SheetStream : FileStream
{
    private SheetStream(string path)
        : base(path, Options())
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }
    }

    /// <summary>What was noted about the sheet as a whole.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>False when a finding says why the workbook cannot be read.</summary>
    public bool Readable { get; set; } = true;

    /// <summary>A new empty one.</summary>
    public static SheetStream Create() => new(Path.Combine(Path.GetTempPath(), $"bridge-{Path.GetRandomFileName()}"));

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 1 << 16,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
