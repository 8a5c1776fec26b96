using System.Text.Json.Nodes;
using Bridge.Cli.Commands.Tasks;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Canaries;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.Runs;
using Bridge.Engine.Rollback;
using Bridge.Hosting;
using Bridge.Hosting.Reports;
using Bridge.Model.Identity;

namespace Bridge.Cli.Reports;

/// <summary>A run: on the terminal, as files and as JSON.</summary>
internal sealed class RunReports
{
    private readonly RunReport report;
    private readonly ReportDocument document;
    private readonly IReadOnlyList<string> files;
    private readonly IReadOnlyList<TaskView> tasks;
    private readonly IReadOnlyList<HeldPack> packs;
    private readonly string outbox;

    private RunReports(RunReport report, ReportDocument document, IReadOnlyList<string> files, IReadOnlyList<TaskView> tasks, IReadOnlyList<HeldPack> packs, string outbox)
    {
        this.report = report;
        this.document = document;
        this.files = files;
        this.tasks = tasks;
        this.packs = packs;
        this.outbox = outbox;
    }

    /// <summary>The conservation rule.</summary>
    public RunSums Sums => report.Sums;

    /// <summary>Path of the page.</summary>
    public string Page => files.First(file => file.EndsWith(".html", StringComparison.Ordinal));

    /// <summary>What the process says after working on the run.</summary>
    public ExitCode ExitCode => report.Run.Status switch
    {
        RunStatus.Completed => ExitCode.Done,
        RunStatus.WaitingOnPeople => ExitCode.WaitingOnPeople,
        RunStatus.Stopped when StoppedFor(CanaryWave.IsClean) => ExitCode.Done,
        RunStatus.Stopped when StoppedFor(CanaryWave.IsNotClean) => ExitCode.Findings,
        RunStatus.Stopped when StoppedFor(PlanExecutor.RunUntilPassed) => ExitCode.ApprovalMissing,
        _ => ExitCode.Failed,
    };

    /// <summary>Builds the report and writes its files to <c>reports/&lt;run&gt;</c>.</summary>
    /// <exception cref="ConservationException">A sum does not balance; names the record.</exception>
    public static async Task<RunReports> WriteAsync(OpenMigration migration, RunRow run, CancellationToken cancellationToken)
    {
        var host = migration.Host;
        var files = await RunFiles.WriteAsync(migration, run, cancellationToken);
        var tasks = await TasksCommand.ReadAsync(migration, new TaskFilter(), cancellationToken);
        var packs = await new PackDesk(host.Runs, host.Outbox, host.Time).HeldAsync(cancellationToken).ToListAsync(cancellationToken);
        return new RunReports(files.Report, files.Document, files.Files, [.. tasks.Where(view => view.Task.RunId == run.RunId)], packs, migration.Outbox);
    }

    /// <summary>Tells it.</summary>
    public void Write(CliOutput output)
    {
        Pages.Write(output, document, cards: 5);
        output.Line();

        // A rollback extracts nothing; its sum is that of the steps it takes back, and stands in the report.
        foreach (var totals in report.Run.RollsBack is null ? report.Sums.Entities : [])
        {
            output.Line($"{EntityNames.Of(totals.Entity)}: {Equation.Of(totals)}");
        }

        output.Line($"steps: {Equation.Of(report.Sums.Steps)}");
        foreach (var kind in report.Sums.Kinds)
        {
            output.Line($"  {EntityNames.Of(kind.Entity)}: {Equation.Of(kind.Steps)}");
        }

        TaskText.Write(output, tasks, outbox);
        TaskText.Write(output, packs);
        output.Line("Reports:");
        foreach (var file in files)
        {
            output.Line("  " + file);
        }

        output.Line($"Run {report.Run.RunId} is {RailText.Word(report.Run.Status)}{(report.Run.Reason is { } reason ? $" ({reason})" : "")}. Next: {Next()}.");
    }

    /// <summary>The same for programs.</summary>
    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["run"] = report.Run.RunId,
            ["plan"] = report.Run.PlanHash,
            ["status"] = RailText.Word(report.Run.Status),
            ["reason"] = report.Run.Reason,
            ["rollsBack"] = report.Run.RollsBack,
            ["entities"] = Output.Json.Entities(report.Sums.Entities),
            ["steps"] = Output.Json.Steps(report.Sums.Steps),
            ["kinds"] = Output.Json.Kinds(report.Sums.Kinds),
            ["reasons"] = Output.Json.Counts(report.Sums.Reasons),
            ["owners"] = Output.Json.Counts(report.Sums.Owners),
            ["templates"] = Output.Json.Array(report.Templates ?? [], each => new JsonObject
            {
                ["key"] = each.Key,
                ["name"] = each.Name,
                ["targetId"] = each.TargetId,
                ["state"] = RailText.Word(each.State),
                ["proof"] = each.Proof,
                ["canaries"] = Output.Json.Array(each.Canaries, canary => new JsonObject { ["partner"] = canary.Partner, ["ended"] = canary.Ended }),
                ["corrections"] = each.Corrections,
                ["wrong"] = Output.Json.Texts(each.Wrong),
            }),
            ["openTasks"] = Output.Json.Array(tasks, TaskText.Json),
            ["packs"] = Output.Json.Array(packs, TaskText.Json),
            ["reports"] = Output.Json.Texts(files),
        };
        if (report.Run.RollsBack is not null)
        {
            json["rollback"] = Output.Json.Counts(Enum.GetValues<RollbackClass>().Select(each => new NamedCount(RailText.Word(each), report.Count(each))));
        }

        return json;
    }

    private bool StoppedFor(string reason) => report.Run.Reason?.StartsWith(reason, StringComparison.Ordinal) == true;

    private string Next() => report.Run.Status switch
    {
        RunStatus.Cancelled => "'bridge extract' and 'bridge plan' for what is left",
        RunStatus.Stopped when StoppedFor(CanaryWave.IsClean) => "'bridge resume latest' goes on with everybody else",
        RunStatus.Stopped when StoppedFor(CanaryWave.IsNotClean) =>
            "put right on the target what differs and run 'bridge resume latest' (it reads the canary back again), or 'bridge cancel latest --as <name>' and plan anew",
        RunStatus.Completed when report.Run.RollsBack is null => "'bridge verify latest'",
        RunStatus.Completed => "'bridge status'",
        RunStatus.WaitingOnPeople => "do what 'bridge tasks' lists, then 'bridge resume latest'",
        _ => "'bridge resume latest'",
    };
}
