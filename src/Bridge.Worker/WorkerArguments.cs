using System.Globalization;

namespace Bridge.Worker;

/// <summary>What was typed after <c>Bridge.Worker</c>.</summary>
/// <param name="Settings">The settings; null when there is a problem, or help is wanted.</param>
/// <param name="Problem">What cannot be understood, with the remedy; null when all is well.</param>
internal sealed record WorkerArguments(WorkerSettings? Settings, string? Problem)
{
    /// <summary>The variable that names the folder when no argument does.</summary>
    public const string FolderVariable = "BRIDGE_MIGRATIONS";

    private const int MostJobs = 1000;

    /// <summary>The text of <c>--help</c>.</summary>
    public static string Help { get; } = $"""
        Runs the migrations of a folder by themselves: extracts and plans on a schedule, and goes on with runs.

        Usage:
          Bridge.Worker [<folder>] [--jobs <number>]

        Arguments:
          <folder>          The folder with bridge.yaml, or one whose folders or their folders have it.
                            Default: the variable {FolderVariable}, else the current folder.

        Options:
          --jobs <number>   Migrations that may work at once, 1 to {MostJobs} (default {WorkerSettings.StandardJobs}).
          --help            Shows this.

        The schedule of a migration stands in its bridge.yaml:
          schedule:
            extract: "0 0 2 * * ?"       # reads both sides and plans; sends nothing
            observe: "0 0/30 * * * ?"    # goes on with runs that wait for people or were interrupted
            timeZone: Europe/Berlin

        The worker never approves a plan and never starts one: 'bridge approve' and 'bridge apply' do.
        A changed bridge.yaml and new folders are taken over when the worker starts.

        Ctrl-C or SIGTERM stops it at the next safe point.

        Exit codes:
          0   stopped on request
          1   could not start, or did not reach a safe point in time; the log says why

        Examples:
          Bridge.Worker /srv/bridge
          Bridge.Worker --jobs 8 .
        """;

    /// <summary>Reads them.</summary>
    public static WorkerArguments Parse(IReadOnlyList<string> arguments, Func<string, string?> environment, string currentFolder)
    {
        var folders = new List<string>();
        var jobs = WorkerSettings.StandardJobs;
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--help" or "-h" or "-?":
                    return new(null, null);
                case "--jobs" when index + 1 < arguments.Count && int.TryParse(arguments[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out jobs) && jobs is >= 1 and <= MostJobs:
                    index++;
                    break;
                case "--jobs":
                    return Wrong($"'--jobs' needs a number from 1 to {MostJobs}.");
                case ['-', ..] option:
                    return Wrong($"There is no option '{option}'.");
                default:
                    folders.Add(arguments[index]);
                    break;
            }
        }

        if (folders.Count > 1)
        {
            return Wrong($"One folder is served by one worker; {folders.Count} are named: {string.Join(", ", folders)}.");
        }

        var folder = folders.FirstOrDefault() ?? environment(FolderVariable) ?? currentFolder;
        var root = Path.GetFullPath(folder.Length == 0 ? currentFolder : folder, currentFolder);
        return Directory.Exists(root)
            ? new(new WorkerSettings { Root = Path.TrimEndingDirectorySeparator(root), Jobs = jobs }, null)
            : Wrong($"There is no folder '{root}'. Name the folder of your migrations as the argument or in {FolderVariable}.");
    }

    private static WorkerArguments Wrong(string problem) => new(null, $"{problem} 'Bridge.Worker --help' shows how it is written.");
}
