using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Migrations;
using Bridge.Engine.Questions;
using Bridge.Model.Findings;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge questions</c>: what Bridge does not guess, as a list and as a sheet that goes out and comes back.</summary>
internal static class QuestionsCommand
{
    public static Command Create(CommandSet commands)
    {
        var all = new Option<bool>("--all") { Description = "Answered questions as well." };
        var command = commands.New(
            "questions", "List the questions that are open: files, dates, who is who, what thresholds count, losses.", "bridge questions", "bridge questions export questions.xlsx", "bridge questions import questions.xlsx --as Maria");
        command.Options.Add(all);
        command.Subcommands.Add(Export(commands));
        command.Subcommands.Add(Import(commands));
        command.Subcommands.Add(Answer(commands));
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var desk = await DeskAsync(context, cancellationToken);
            var questions = context.Value(all) ? desk.All() : desk.Open();
            var open = questions.Count(asked => asked.Answer is null);
            QuestionText.Write(context.Output, questions);
            context.Output.Line(open == 0 ? "No question is open." : $"{open} open. Answer one with 'bridge questions answer <id> <value> --as <name>', or all in a sheet: 'bridge questions export questions.xlsx'.");
            context.Output.Result(new JsonObject { ["open"] = open, ["questions"] = Json.Array(questions, QuestionText.Json) });
            return ExitCode.Done;
        });
    }

    private static Command Export(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "File to write, .csv or .xlsx." };
        var all = new Option<bool>("--all") { Description = "Answered questions as well." };
        var command = commands.New("export", "Write the open questions to a sheet, to be filled in and sent back.", "bridge questions export questions.xlsx");
        command.Arguments.Add(file);
        command.Options.Add(all);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var desk = await DeskAsync(context, cancellationToken);
            var path = SheetOf(context, file);
            var questions = context.Value(all) ? desk.All() : desk.Open();
            await QuestionSheet.WriteAsync(path, questions, cancellationToken);
            context.Output.Line($"{questions.Count} questions in {path}. Fill in 'Answer' and 'Answered By'; then 'bridge questions import {context.Value(file)}'.");
            context.Output.Result(new JsonObject { ["file"] = path, ["questions"] = questions.Count });
            return ExitCode.Done;
        });
    }

    private static Command Import(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "Sheet that came back, .csv or .xlsx." };
        var by = new Option<string>("--as") { Description = "Who answers where the sheet does not say it.", HelpName = "name" };
        var command = commands.New("import", "Take the answers of a sheet: all of them, or none and every problem with its line.", "bridge questions import questions.xlsx --as Maria");
        command.Arguments.Add(file);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var desk = await DeskAsync(context, cancellationToken);
            var path = SheetOf(context, file);
            if (!File.Exists(path))
            {
                throw new CliException("The sheet is not there.", "Name the file that came back.") { Place = path };
            }

            var findings = new List<Finding>();
            var replies = await QuestionSheet.ReadAsync(path, desk.All(), context.Value(by), findings, cancellationToken);
            if (findings.Count > 0)
            {
                throw new MigrationInvalidException(findings);
            }

            var taken = await desk.TakeAsync(replies, cancellationToken);
            var open = desk.Open().Count;
            context.Output.Line($"{taken} answers taken; {open} questions are open.");
            Next(context.Output);
            context.Output.Result(new JsonObject { ["taken"] = taken, ["open"] = open });
            return ExitCode.Done;
        });
    }

    private static Command Answer(CommandSet commands)
    {
        var id = new Argument<string>("id") { Description = "Id of the question." };
        var value = new Argument<string>("value") { Description = "The answer." };
        var by = new Option<string>("--as") { Description = "Who answers.", Required = true, HelpName = "name" };
        var owner = new Option<string>("--owner") { Description = "Who is responsible for it.", HelpName = "name" };
        var due = new Option<string>("--due") { Description = "By when, as YYYY-MM-DD.", HelpName = "day" };
        var command = commands.New("answer", "Answer a question. The answer, who gave it and when are kept in answers.csv; an answer that is given again counts from then on.", "bridge questions answer q-3f2a9c01b7d4 orderValue --as Maria");
        command.Arguments.Add(id);
        command.Arguments.Add(value);
        command.Options.Add(by);
        command.Options.Add(owner);
        command.Options.Add(due);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var desk = await DeskAsync(context, cancellationToken);
            var reply = new QuestionReply(context.Value(id), context.Value(value), context.Value(by)!, context.Value(owner), Day(context.Value(due)));
            if (await desk.AnswerAsync(reply, cancellationToken) is { } problem)
            {
                throw new CliException(problem, "'bridge questions --all' lists every question with its id and options.") { Value = reply.Value };
            }

            var open = desk.Open().Count;
            context.Output.Line($"Answered; {open} questions are open.");
            Next(context.Output);
            context.Output.Result(new JsonObject { ["question"] = reply.Id, ["answer"] = reply.Value, ["by"] = reply.By, ["open"] = open });
            return ExitCode.Done;
        });
    }

    private static async Task<QuestionDesk> DeskAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var migration = await context.OpenAsync(cancellationToken);
        return migration.Pipeline.Questions;
    }

    private static void Next(CliOutput output) =>
        output.Line("Next: 'bridge inbox' when files were asked about, then 'bridge extract'; 'bridge plan' otherwise.");

    private static string SheetOf(CommandContext context, Argument<string> file)
    {
        var path = context.PathOf(context.Value(file));
        return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || QuestionSheet.IsWorkbook(path)
            ? path
            : throw new CliException("A sheet of questions is CSV or XLSX.", "Give it a name that ends in .csv or .xlsx.") { Value = context.Value(file) };
    }

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new CliException("'--due' must be a day.", "Write it as YYYY-MM-DD.") { Value = text };
}
