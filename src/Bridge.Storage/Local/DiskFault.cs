namespace Bridge.Storage.Local;

/// <summary>What a file system error means to a person.</summary>
/// <param name="Problem">What is wrong, a sentence.</param>
/// <param name="Remedy">What to do, a sentence.</param>
internal sealed record DiskFault(string Problem, string Remedy)
{
    private const int WindowsPrefix = unchecked((int)0x8007_0000);

    /// <summary>Explains an error of the file system; null when it is none.</summary>
    public static DiskFault? Of(Exception error) => error switch
    {
        UnauthorizedAccessException => new("This user has no right to it.", "Give this user the right to write there, or choose another folder."),
        PathTooLongException => new("The path is too long for this file system.", "Choose a folder with a shorter path."),
        IOException io => OfCode(io.HResult),
        _ => null,
    };

    // Unix: the error number itself; Windows: an HRESULT around the code. Numbers above 34 differ between Linux and macOS.
    private static DiskFault OfCode(int code) => code switch
    {
        28 or 122 or 69 or (WindowsPrefix | 0x70) or (WindowsPrefix | 0x27) =>
            new("There is no space left on the disk.", "Free some space and run again; nothing half-written was kept."),
        27 => new("The file system takes no file of this size.", "Choose a folder on another disk."),
        30 or (WindowsPrefix | 0x13) => new("The disk is read-only.", "Mount it writable, or choose another folder."),
        17 or 20 => new("A file stands where a folder is needed.", "Move the file away, or choose another folder."),
        5 => new("The disk reported an error.", "Check the disk, then run again."),
        23 or 24 => new("Too many files are open.", "Raise the limit of open files (ulimit -n) and run again."),
        _ => new("The file system refused.", "See the cause below; check the folder and run again."),
    };
}
