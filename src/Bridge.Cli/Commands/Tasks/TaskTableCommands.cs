using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Handoffs.Tables;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Commands.Tasks;

/// <summary><c>bridge tasks export</c> and <c>import</c>: tasks as a table that people fill in.</summary>
internal static class TaskTableCommands
{
    public static Command Export(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "File to write, .csv or .xlsx; one that exists is replaced." };
        var filter = new TaskFilterOptions();
        var command = commands.New(
            "export", "Write the open tasks as a table, to be filled in and handed back with 'tasks import'.", "bridge tasks export tasks.xlsx", "bridge tasks export mine.csv --owner Maria");
        command.Arguments.Add(file);
        filter.AddTo(command);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var path = context.PathOf(context.Value(file));
            var workbook = Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".XLSX" => true,
                ".CSV" => false,
                _ => throw new CliException("The table is written as .csv or .xlsx.", "Give the file one of these extensions.") { Value = context.Value(file) },
            };
            await using var migration = await context.OpenAsync(cancellationToken);
            var tasks = await TasksCommand.ReadAsync(migration, filter.Read(context), cancellationToken);
            await using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write))
            {
                if (workbook)
                {
                    TaskTable.WriteWorkbook(stream, tasks);
                }
                else
                {
                    await TaskTable.WriteCsvAsync(stream, tasks, cancellationToken);
                }
            }

            context.Output.Line(string.Create(CultureInfo.InvariantCulture, $"{tasks.Count} tasks in {path}. Fill in Owner, Due, Answer, Done and Note, then 'bridge tasks import'. A blank cell says nothing, '-' takes away."));
            context.Output.Result(new JsonObject { ["file"] = path, ["tasks"] = tasks.Count });
            return ExitCode.Done;
        });
    }

    public static Command Import(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "Filled-in table, CSV or XLSX." };
        var by = TasksCommand.As();
        var order = new Option<string>("--date-order") { Description = "Order of dates such as 3/4/26, when the file does not show it: mdy, dmy or ymd.", HelpName = "order" };
        var command = commands.New(
            "import", "Take a filled-in table of tasks back: owner, due date, answer, done and note. All of it, or nothing when anything is wrong.", "bridge tasks import tasks.xlsx --as Maria");
        command.Arguments.Add(file);
        command.Options.Add(by);
        command.Options.Add(order);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var forms = TableForms.Open with { Dates = DateOrders.Read(context.Value(order)) };
            var result = await new TaskImport(TasksCommand.Desk(migration)).RunAsync(context.PathOf(context.Value(file)), forms, context.Value(by) ?? migration.Host.Operator, cancellationToken);
            context.Output.Line(string.Create(CultureInfo.InvariantCulture, $"{result.Rows} rows read, {result.Changed.Count} tasks changed. The run takes answers when it looks next; 'bridge tasks verify' looks now."));
            context.Output.Result(new JsonObject { ["rows"] = result.Rows, ["changed"] = Json.Texts(result.Changed) });
            return ExitCode.Done;
        });
    }
}
