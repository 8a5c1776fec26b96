using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge verify</c>: proves a run.</summary>
internal static class VerifyCommand
{
    private const int Shown = 20;

    public static Command Create(CommandSet commands)
    {
        var run = Names.Run();
        var command = commands.New("verify", "Read the target afresh and plan again: nothing left to do is the proof. Exit code 2 when there are differences.", "bridge verify latest");
        command.Arguments.Add(run);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var found = await Names.FindRunAsync(migration, context.Value(run), cancellationToken);
            await using var view = BudgetView.Open(migration, migration.Host.Definition.Target);
            using var progress = new WorkProgress(context.Environment, view.Budget);
            var result = await migration.Pipeline.VerifyAsync(found.RunId, progress, cancellationToken);
            progress.Dispose();
            context.Output.Heading($"Run {found.RunId}: {result.Differences} differences");
            context.Output.Line($"{result.Proved} records are on the target as they should be; {result.ByReceipt} links that it cannot list are known by their receipts.");
            if (result.ByForm > 0)
            {
                context.Output.Line($"{result.ByForm} links were computed: their form is proved, the links themselves are not.");
            }

            context.Output.Table(["explained by the run", "count"], [.. result.Explained.Select(each => new[] { each.Name, $"{each.Count}" })]);
            context.Output.Table(["difference", "kind", "what"], [.. result.Examples.Take(Shown).Select(each => new[] { each.Step, each.Kind, each.Message })]);
            context.Output.Result(new JsonObject
            {
                ["run"] = found.RunId,
                ["targetSnapshot"] = result.TargetSnapshot,
                ["differences"] = result.Differences,
                ["proved"] = result.Proved,
                ["byReceipt"] = result.ByReceipt,
                ["byForm"] = result.ByForm,
                ["explained"] = Json.Counts(result.Explained),
                ["examples"] = Json.Array(result.Examples, each => new JsonObject { ["step"] = each.Step, ["kind"] = each.Kind, ["message"] = each.Message }),
            });
            return result.Differences > 0 ? ExitCode.Findings : ExitCode.Done;
        });
    }
}
