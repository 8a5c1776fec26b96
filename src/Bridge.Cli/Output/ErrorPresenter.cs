using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Engine.Privacy;
using Bridge.Engine.Snapshots;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Errors;
using Spectre.Console;

namespace Bridge.Cli.Output;

/// <summary>The one place where an error becomes words and an exit code.</summary>
internal static class ErrorPresenter
{
    private static readonly Style Red = new(Color.Red, decoration: Decoration.Bold);

    /// <summary>What an exception means.</summary>
    public static ErrorReport Of(Exception error, CancellationToken cancellationToken) => error switch
    {
        MigrationInvalidException invalid => new(ExitCode.Failed, "invalid", [.. Weightiest(invalid.Findings).Select(Of)]),
        ApprovalRefusedException { Refusal: ApprovalRefusal.Stale } stale => Single(ExitCode.PlanStale, "planStale", stale),
        ApprovalRefusedException { Refusal: ApprovalRefusal.Blocked } blocked => Single(ExitCode.Findings, "blocked", blocked),
        ApprovalRefusedException refused => Single(ExitCode.ApprovalMissing, "approval" + refused.Refusal, refused),
        WriteNotPermittedException write =>
            new(ExitCode.ApprovalMissing, "writeNotPermitted", [.. write.Unmet.Select(each => new ErrorProblem($"{each.Message} Nothing was sent.", each.Remedy, Code: each.Code))]),
        ErasureRefusedException => Single(ExitCode.Failed, "erasure", error),
        CliException cli => new(ExitCode.Failed, "usage", [new ErrorProblem(cli.Message, cli.Remedy, Place: cli.Place, Value: cli.Value)]),
        ExtractionFailedException extraction => OfExtraction(extraction),
        StoreFileException store => new(ExitCode.Failed, "store", [new ErrorProblem(store.Problem, store.Remedy, Place: store.Place)]),
        ArtifactStoreException or ArtifactExistsException or RunStoreCorruptException or SnapshotCorruptException => Single(ExitCode.Failed, "store", error),
        RunStoreBusyException or EpochLostException => Single(ExitCode.Failed, "busy", error),
        PlanUnusableException => Single(ExitCode.Failed, "plan", error),
        RunNotFoundException or NothingToRollBackException or RunStoppedException => Single(ExitCode.Failed, "run", error),
        ConservationException or SnapshotIntegrityException => Single(ExitCode.Failed, "conservation", error),
        RailAuthenticationException rail => new(ExitCode.Failed, "rail", [new ErrorProblem(rail.Message, "Correct the credential that bridge.yaml refers to; 'bridge doctor' checks it.", Place: rail.Connection)]),
        RailException rail => new(ExitCode.Failed, "rail", [new ErrorProblem(rail.Message, "Run the command again; it goes on where it stopped. 'bridge doctor' checks the connection.", Place: rail.Connection)]),
        OperationCanceledException when cancellationToken.IsCancellationRequested =>
            new(ExitCode.Failed, "stopped", [new ErrorProblem("Stopped on request; everything done so far is kept.", "Run the command again to go on ('bridge resume latest' for a run).")]),
        IOException or UnauthorizedAccessException => new(ExitCode.Failed, "file", [new ErrorProblem(error.Message, "Look whether the disk has room and whether you may write there, then run again.")]),
        _ => new(ExitCode.Failed, "defect", [new ErrorProblem($"Unexpected {error.GetType().Name}: {error.Message}", "This is a defect of Bridge; run again with --verbose and report what it prints.")]),
    };

    /// <summary>What could not be understood of the arguments.</summary>
    public static ErrorReport OfParsing(ParseResult parsed) => new(
        ExitCode.Failed,
        "usage",
        [.. parsed.Errors.Select(error => new ErrorProblem(error.Message, $"'{PathOf(parsed)} --help' shows how it is written."))]);

    /// <summary>A failed extraction.</summary>
    public static ErrorReport OfExtraction(ExtractionFailedException extraction) => new(
        ExitCode.Failed,
        "extraction",
        [new ErrorProblem(extraction.Failure.Message, extraction.Failure.Remedy, Place: extraction.Failure.Entity is { } entity ? Model.Identity.EntityNames.Of(entity) : null, Value: extraction.Failure.Record)]);

    /// <summary>Says it: on the error stream, or as the one JSON object.</summary>
    public static void Present(CliOutput output, ErrorReport report)
    {
        output.Result(new JsonObject
        {
            ["exitCode"] = (int)report.ExitCode,
            ["error"] = report.Kind,
            ["problems"] = Json.Array(report.Problems, problem => new JsonObject
            {
                ["code"] = problem.Code,
                ["place"] = problem.Place,
                ["value"] = problem.Value,
                ["message"] = problem.Message,
                ["remedy"] = problem.Remedy,
            }),
        });
        if (output.Json)
        {
            return;
        }

        foreach (var problem in report.Problems)
        {
            var code = problem.Code is null ? "" : $" [{problem.Code}]";
            var place = problem.Place is null ? "" : problem.Place + ": ";
            var value = problem.Value is null ? "" : $" (value '{problem.Value}')";
            output.ErrorLine($"error: {place}{problem.Message}{value}{code}", Red);
            if (problem.Remedy is not null)
            {
                output.ErrorLine("  remedy: " + problem.Remedy, Style.Plain);
            }
        }
    }

    /// <summary>A finding as a problem.</summary>
    public static ErrorProblem Of(Finding finding) => new(finding.Message, finding.Remedy, finding.Code, finding.Place ?? finding.Subject, finding.Value);

    private static IEnumerable<Finding> Weightiest(IReadOnlyList<Finding> findings) =>
        findings.Any(finding => finding.Severity == Severity.Blocking) ? findings.Where(finding => finding.Severity == Severity.Blocking) : findings;

    private static ErrorReport Single(ExitCode code, string kind, Exception error) => new(code, kind, [new ErrorProblem(error.Message)]);

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, command.Command is RootCommand ? "bridge" : command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
