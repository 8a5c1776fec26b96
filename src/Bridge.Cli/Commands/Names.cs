using System.CommandLine;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Hosting;
using Bridge.Hosting.Reports;

namespace Bridge.Cli.Commands;

/// <summary>Plans and runs as people name them: in full, by a prefix that only one has, or <c>latest</c>.</summary>
internal static class Names
{
    private const int ShortestPrefix = 8;
    private const string Latest = "latest";

    /// <summary>The argument of a plan.</summary>
    public static Argument<string> Plan() => new("plan") { Description = "Hash of the plan, at least its first 8 characters, or 'latest'." };

    /// <summary>The argument of a run.</summary>
    public static Argument<string> Run() => new("run") { Description = "Id of the run, at least its first 8 characters, or 'latest'." };

    /// <summary>Opens the plan that a name means.</summary>
    public static async Task<StoredPlan> FindPlanAsync(OpenMigration migration, string name, CancellationToken cancellationToken)
    {
        var hashes = await PlansAsync(migration, cancellationToken);
        if (name == Latest && hashes.Count > 1 && LatestPlan.Read(migration.Host.Definition.Folder) is { } noted && hashes.Contains(noted))
        {
            return await migration.Pipeline.OpenPlanAsync(noted, cancellationToken);
        }

        var hash = name == Latest ? Only(hashes) : ByPrefix("plan", name.ToLowerInvariant(), hashes, "'bridge status' lists the plans.");
        return await migration.Pipeline.OpenPlanAsync(hash, cancellationToken);
    }

    /// <summary>The run that a name means.</summary>
    public static async Task<RunRow> FindRunAsync(OpenMigration migration, string name, CancellationToken cancellationToken)
    {
        var runs = await migration.Host.Runs.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken);
        if (name == Latest)
        {
            return runs.FirstOrDefault() ?? throw new CliException("There is no run yet.", "Approve a plan and run 'bridge apply'.");
        }

        var id = ByPrefix("run", name.ToLowerInvariant(), [.. runs.Select(run => run.RunId)], "'bridge status' lists the runs.");
        return runs.First(run => run.RunId == id);
    }

    /// <summary>Hashes of the stored plans.</summary>
    public static async Task<List<string>> PlansAsync(OpenMigration migration, CancellationToken cancellationToken)
    {
        var hashes = new List<string>();
        await foreach (var key in migration.Host.Artifacts.ListAsync(migration.Host.Keys.Plans, cancellationToken))
        {
            hashes.Add(Path.GetFileNameWithoutExtension(key.Path));
        }

        return hashes;
    }

    private static string Only(List<string> hashes) => hashes.Count switch
    {
        1 => hashes[0],
        0 => throw new CliException("There is no plan yet.", "Run 'bridge plan' first."),
        _ => throw new CliException($"There are {hashes.Count} plans and no note of which is the newest.", "Name one by its hash; 'bridge status' lists them."),
    };

    private static string ByPrefix(string what, string name, IReadOnlyCollection<string> all, string remedy)
    {
        if (name.Length < ShortestPrefix)
        {
            throw new CliException($"'{name}' is too short to name a {what}.", $"Give at least {ShortestPrefix} characters, or 'latest'.") { Value = name };
        }

        var found = all.Where(each => each.StartsWith(name, StringComparison.Ordinal)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new CliException($"There is no {what} '{name}'.", remedy) { Value = name },
            _ => throw new CliException($"'{name}' names {found.Count} {what}s.", "Give more characters. " + remedy) { Value = name },
        };
    }
}
