using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Intake;
using Bridge.Engine.Questions;
using Bridge.Hosting;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge inbox</c>: what the files of the source are, and what they leave open.</summary>
internal static class InboxCommand
{
    public static Command Create(CommandSet commands)
    {
        var show = new Option<bool>("--show-personal") { Description = "Show personal cells in the rows that are printed (default: masked)." };
        var command = commands.New(
            "inbox",
            "Look at every file in the inbox: what it is, which column is which, ten rows as they were read, what is missing, what has to be asked. Exit code 2 while something is open.",
            "bridge inbox",
            "bridge inbox --json",
            "bridge inbox set 'export (3).csv' --holds offers --as Maria");
        command.Options.Add(show);
        command.Subcommands.Add(Set(commands));
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var source = SourceOf(migration);
            var desk = migration.Pipeline.Questions;
            using var progress = new InboxProgressLine(context.Environment);
            var report = await new Inbox(source, desk.Answers()).LookAsync(context.Value(show), progress, cancellationToken);
            progress.Dispose();
            await desk.RaiseAsync(Inbox.Source, report.Questions, cancellationToken);
            InboxText.Write(context.Output, source, report);
            context.Output.Result(InboxText.Json(source, report));
            return report.Complete ? ExitCode.Done : ExitCode.Findings;
        });
    }

    private static Command Set(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "File as 'bridge inbox' names it." };
        var holds = new Option<string>("--holds") { Description = "Kind of table that it is, or 'ignore'.", HelpName = "kind" };
        var column = new Option<string[]>("--column") { Description = "Which header is which column, as 'Known column=Header'; may be repeated.", HelpName = "pair" };
        var dates = new Option<string>("--dates") { Description = "Order of its dates: dmy, mdy or ymd." };
        var numbers = new Option<string>("--numbers") { Description = "Form of its numbers: 1,234.56 or 1.234,56." };
        var by = new Option<string>("--as") { Description = "Who says so.", Required = true, HelpName = "name" };
        dates.AcceptOnlyFromAmong("dmy", "mdy", "ymd");
        numbers.AcceptOnlyFromAmong("1,234.56", "1.234,56");
        var command = commands.New("set", "Say what a file is where 'bridge inbox' took it for something else. Kept in answers.csv like every answer.", "bridge inbox set 'export (3).csv' --holds offers --column 'Offer ID=Angebot' --as Maria");
        command.Arguments.Add(file);
        command.Options.Add(holds);
        command.Options.Add(column);
        command.Options.Add(dates);
        command.Options.Add(numbers);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var source = SourceOf(migration);
            var name = context.Value(file);
            var said = new List<(string Kind, string Subject, string Value)>();
            if (context.Value(holds) is { } kind)
            {
                var known = source.Rail.Tables.Select(schema => char.ToLowerInvariant(schema.Name[0]) + schema.Name[1..]).Append("ignore").ToList();
                said.Add(known.Contains(kind, StringComparer.Ordinal)
                    ? (QuestionKinds.FileKind, name, kind)
                    : throw new CliException("'--holds' must be a kind of table of the source.", $"Write one of: {string.Join(", ", known)}.") { Value = kind });
            }

            foreach (var pair in context.Value(column) ?? [])
            {
                var at = pair.IndexOf('=', StringComparison.Ordinal);
                var known = at > 0 ? source.Rail.Tables.SelectMany(schema => schema.Columns).FirstOrDefault(each => each.Name == pair[..at].Trim()) : null;
                said.Add(known is not null
                    ? (QuestionKinds.FileColumn, $"{name} / {known.Name}", pair[(at + 1)..].Trim())
                    : throw new CliException("'--column' must be a known column, =, and a header of the file.", "Write it like 'Offer ID=Angebot'; CHECKLIST.md names the columns.") { Value = pair });
            }

            Add(QuestionKinds.DateOrder, context.Value(dates));
            Add(QuestionKinds.DecimalMark, context.Value(numbers));
            foreach (var (what, subject, value) in said)
            {
                await migration.Pipeline.Questions.DecideAsync(what, subject, value, context.Value(by)!, cancellationToken);
            }

            context.Output.Line(string.Create(CultureInfo.InvariantCulture, $"{said.Count} decisions kept. Next: 'bridge inbox'."));
            context.Output.Result(new JsonObject { ["file"] = name, ["decisions"] = said.Count });
            return ExitCode.Done;

            void Add(string what, string? value)
            {
                if (value is not null)
                {
                    said.Add((what, name, value));
                }
            }
        });
    }

    private static InboxSource SourceOf(OpenMigration migration)
    {
        var definition = migration.Host.Definition;
        var connection = definition.Connections[definition.Source];
        var rail = migration.Pipeline.Connections.ModuleOf(definition.Source).Descriptor;
        var source = InboxSource.Of(definition, connection, rail) ?? throw new CliException(
            $"The source '{connection.Name}' reads no files: there is no inbox.",
            rail.TableFolder is { } key ? $"Set '{key}' of the connection to a folder." : "An inbox is for rails that read exports, such as rakuten or house.");
        return Directory.Exists(source.Folder) ? source : throw new CliException("The inbox is not there.", $"Make the folder, or correct '{rail.TableFolder}' of the connection '{connection.Name}'.") { Place = source.Folder };
    }
}
