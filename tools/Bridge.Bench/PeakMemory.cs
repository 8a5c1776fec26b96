using System.Diagnostics;
using System.Globalization;

namespace Bridge.Bench;

/// <summary>Peak resident memory of this process: on Linux as the kernel counts it (VmHWM), elsewhere the peak working set.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string References = "/proc/self/clear_refs";

    /// <summary>Most bytes that were resident since the start or the last <see cref="Restart"/>.</summary>
    public static long Bytes()
    {
        if (File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
        {
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }

        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    /// <summary>Starts the peak anew, so that each stage shows its own; where the system does not allow it, peaks add up from the start.</summary>
    public static void Restart()
    {
        try
        {
            File.WriteAllText(References, "5");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Only the table by stage gets coarser: the peak of the whole run is the largest of them either way.
        }
    }
}
