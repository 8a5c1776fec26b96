using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Cli.Readiness;
using Bridge.Cli.Reports;
using Bridge.Engine.Migrations;
using Bridge.Engine.Readiness;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Hosting.Reports;
using Bridge.Review.Reports;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge readiness</c>: whether a program can be cut over, and what is in the way.</summary>
internal static class ReadinessCommand
{
    public static Command Create(CommandSet commands)
    {
        var days = new Option<int>("--days") { Description = "How many days back a conversion of the target is recent.", DefaultValueFactory = _ => 14 };
        var orders = new Option<string[]>("--test-order") { Description = "An order that was placed to try the tag, as the shop has it: id,amount,currency,customer status. May be given several times.", HelpName = "order", AllowMultipleArgumentsPerToken = false };
        var file = new Option<string>("--test-orders") { Description = "File with one such order in each line.", HelpName = "file" };
        var command = commands.New(
            "readiness",
            "Show whether the program can be cut over: conversions on the target, hosts, deadlines, and what people answered. Exit code 0 ready, 2 blocked, 5 waits.",
            "bridge readiness",
            "bridge readiness --test-order T-1001,49.90,EUR,NEW --days 7",
            "bridge readiness export readiness.xlsx",
            "bridge readiness import readiness.xlsx --by Maria");
        command.Options.Add(days);
        command.Options.Add(orders);
        command.Options.Add(file);
        command.Subcommands.Add(Export(commands));
        command.Subcommands.Add(Import(commands));
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            if (context.Value(days) is < 1 or > 90)
            {
                throw new CliException("--days must be from 1 to 90.", "Extraction reads the last 90 days of the target.") { Value = context.Value(days).ToString(CultureInfo.InvariantCulture) };
            }

            await using var migration = await context.OpenAsync(cancellationToken);
            var stated = TestOrders.Read(context.Value(orders) ?? [], context.Value(file) is { } named ? context.PathOf(named) : null);
            var facts = await ReadinessDesk.FactsAsync(migration, context.Value(days), stated, cancellationToken);
            var definition = migration.Host.Definition;
            var report = ReadinessReport.Of($"{definition.Client}/{definition.Migration}", facts);
            var document = ReadinessDocument.Of(report);
            Pages.Write(context.Output, document, 0);
            var folder = new ReportFolder(Path.Combine(definition.Folder, "reports", "readiness"));
            await folder.WriteTextAsync("readiness.html", writer => ReportPages.WriteAsync(document, writer, cancellationToken), cancellationToken);
            await folder.WriteTextAsync("readiness.md", writer => MarkdownRenderer.WriteAsync(document, writer, cancellationToken), cancellationToken);
            context.Output.Line();
            context.Output.Line($"Files: {string.Join(", ", folder.Written)}");
            var json = ReadinessDesk.Json(report);
            json["reports"] = Json.Texts(folder.Written);
            context.Output.Result(json);
            return report.State switch
            {
                ReadinessState.Blocked => ExitCode.Findings,
                ReadinessState.Waits => ExitCode.WaitingOnPeople,
                _ => ExitCode.Done,
            };
        });
    }

    private static Command Export(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "File to write, .csv or .xlsx." };
        var command = commands.New("export", "Write what people have to answer, with what they answered so far.", "bridge readiness export readiness.xlsx", "bridge readiness export readiness.csv");
        command.Arguments.Add(file);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var path = ReadinessDesk.CheckName(context.PathOf(context.Value(file)));
            var rows = await ReadinessSheet.WriteAsync(path, await ReadinessDesk.FactsAsync(migration, 14, [], cancellationToken), cancellationToken);
            context.Output.Line($"{rows} rows: {path}. Fill in Answer, and bring it back with 'bridge readiness import'.");
            context.Output.Result(new JsonObject { ["file"] = path, ["rows"] = rows });
            return ExitCode.Done;
        });
    }

    private static Command Import(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "Sheet that came back, .csv or .xlsx." };
        var by = new Option<string>("--by") { Description = "Who answers where the sheet does not say it.", HelpName = "name" };
        var command = commands.New("import", "Take the answers of a sheet that came back: all of them, or none with every problem named.", "bridge readiness import readiness.xlsx --by Maria");
        command.Arguments.Add(file);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var path = ReadinessDesk.CheckName(context.PathOf(context.Value(file)));
            if (!File.Exists(path))
            {
                throw new CliException("The sheet is not there.", "Write one with 'bridge readiness export'.") { Place = path };
            }

            var findings = new List<Model.Findings.Finding>();
            var answers = await ReadinessSheet.ReadAsync(path, context.Value(by), findings, cancellationToken);
            if (findings.Count > 0)
            {
                throw new MigrationInvalidException(findings);
            }

            var taken = await ReadinessDesk.KeepAsync(migration, answers, cancellationToken);
            context.Output.Line($"{taken} answers are kept in {ReadinessDesk.PathOf(migration)}.");
            context.Output.Result(new JsonObject { ["answers"] = taken, ["file"] = ReadinessDesk.PathOf(migration) });
            return ExitCode.Done;
        });
    }
}
