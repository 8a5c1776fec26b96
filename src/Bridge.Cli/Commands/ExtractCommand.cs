using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Extraction;
using Bridge.Engine.Migrations;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge extract</c>: snapshots of both sides.</summary>
internal static class ExtractCommand
{
    public static Command Create(CommandSet commands)
    {
        var side = new Option<string>("--side") { Description = "source, target or both.", DefaultValueFactory = _ => "both" };
        side.AcceptOnlyFromAmong("source", "target", "both");
        var anew = new Option<bool>("--anew") { Description = "Begin anew instead of going on behind an interrupted extraction." };
        var conversions = new Option<bool>("--conversions") { Description = "Read conversions as well." };
        var command = commands.New("extract", "Read both sides into snapshots. Goes on where an interrupted extraction stopped. Exit code 2 when what was read blocks every plan.", "bridge extract", "bridge extract --side target --anew");
        command.Options.Add(side);
        command.Options.Add(anew);
        command.Options.Add(conversions);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var sides = context.Value(side) switch
            {
                "source" => [SnapshotSide.Source],
                "target" => new[] { SnapshotSide.Target },
                _ => [SnapshotSide.Source, SnapshotSide.Target],
            };
            var snapshots = new JsonArray();
            var blocking = 0;
            foreach (var each in sides)
            {
                var request = new ExtractionRequest { Side = each, StartAnew = context.Value(anew), Conversions = context.Value(conversions) };
                await using var view = BudgetView.Open(migration, each == SnapshotSide.Source ? migration.Host.Definition.Source : migration.Host.Definition.Target);
                using var progress = new WorkProgress(context.Environment, view.Budget);
                var result = await migration.Pipeline.ExtractAsync(request, progress, cancellationToken);
                progress.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                var manifest = result.Manifest ?? throw new ExtractionFailedException(result.Failure!);
                var findings = await SnapshotText.BlockingAsync(migration.Pipeline.Snapshots, manifest, cancellationToken);
                blocking += findings.Count;
                SnapshotText.Write(context.Output, manifest, findings);
                snapshots.Add(SnapshotText.Json(manifest, findings));
            }

            context.Output.Line(blocking == 0 ? "Next: 'bridge plan'." : "These findings block every plan: put them right and run 'bridge extract' again.");
            context.Output.Result(new JsonObject { ["blocking"] = blocking, ["snapshots"] = snapshots });
            return blocking == 0 ? ExitCode.Done : ExitCode.Findings;
        });
    }
}
