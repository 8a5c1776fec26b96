using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Commands.Tasks;
using Bridge.Cli.Output;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs.Results;
using Bridge.Hosting;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge import-result</c>: takes what the portal's importer answered about a pack.</summary>
internal static class ImportResultCommand
{
    public static Command Create(CommandSet commands)
    {
        var file = new Argument<string>("file") { Description = "Result file as the importer sent it, CSV or XLSX." };
        var pack = new Option<string>("--pack") { Description = "Id of the pack (default: the one whose partners the file names).", HelpName = "id" };
        var columns = new Option<string[]>("--column") { Description = "Which column is which where headers are unknown: Row, Key, Email, Name, Status, Message or Account = header.", HelpName = "Status=Header" };
        var words = new Option<string[]>("--status") { Description = "What a word of the status column means: accepted, matched or rejected.", HelpName = "word=accepted" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what the file says, for the result of the tool's own dry run: nothing is taken." };
        var by = TasksCommand.As();
        var command = commands.New(
            "import-result",
            "Take what the portal's importer answered: which rows it took, matched with an account, or refused, and why. All of it, or nothing when anything is wrong.",
            "bridge import-result result-2231.csv",
            "bridge import-result ergebnis.xlsx --column \"Status=Ergebnis\" --status \"Angenommen=accepted\"");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { pack, columns, words, dryRun, by })
        {
            command.Options.Add(option);
        }

        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var forms = new PackResultForms { Pack = context.Value(pack), Columns = Columns(context.Value(columns) ?? []), Words = Words(context.Value(words) ?? []) };
            await using var target = migration.Pipeline.Connections.Open(migration.Host.Definition.Target, gate: null);
            var format = target.Port<IFilePackFormat>() ?? throw new CliException($"{target.Descriptor.DisplayName} takes no files, so it answers none.", "Look at 'bridge tasks' for what is to be done.");
            var desk = new PackResultDesk(migration.Host, format, async (hash, token) => await migration.Pipeline.OpenPlanAsync(hash, token));
            var only = context.Value(dryRun);
            var reading = await desk.ReadAsync(context.PathOf(context.Value(file)), forms, context.Value(by) ?? migration.Host.Operator, lay: !only, cancellationToken);
            var taken = !only && !reading.AlreadyKnown && await LookAsync(migration, reading, cancellationToken);
            Write(context.Output, reading, only, taken);
            context.Output.Result(Result(reading, taken));
            return ExitCode.Done;
        });
    }

    /// <summary>Lets the run take it now; a run that is under way takes it by itself.</summary>
    private static async Task<bool> LookAsync(OpenMigration migration, PackResultReading reading, CancellationToken cancellationToken)
    {
        try
        {
            var options = migration.Host.Definition.Execution with { WaitForPeople = false, LookOnly = true, LookAt = reading.Pack.Id };
            await migration.Pipeline.ResumeAsync(reading.Pack.RunId, options, null, null, cancellationToken);
            return true;
        }
        catch (RunStoreBusyException)
        {
            return false;
        }
    }

    private static void Write(CliOutput output, PackResultReading reading, bool only, bool taken)
    {
        output.Heading($"Pack {reading.Pack.Id}: {reading.Labels.Count} partners, {reading.Result.Rows.Count} in the file.");
        output.Line($"  accepted: {reading.Of(PackRowFate.Accepted).Count}");
        output.Line($"  matched an account: {reading.Of(PackRowFate.Matched).Count}");
        output.Line($"  refused: {reading.Of(PackRowFate.Rejected).Count}");
        foreach (var row in reading.Of(PackRowFate.Rejected))
        {
            output.Line($"    line {row.Line}, {reading.Labels[row.Step]}: {row.Reason}");
        }

        foreach (var row in reading.Partly)
        {
            output.Line($"    line {row.Line}, {reading.Labels[row.Step]} was taken, a further row of it was refused: {row.Reason}");
        }

        if (reading.NotMentioned.Count > 0)
        {
            output.Line($"  not in the file: {reading.NotMentioned.Count} ({string.Join(", ", reading.NotMentioned.Take(5))}{(reading.NotMentioned.Count > 5 ? ", ..." : "")}); they are handed out again when they stay unseen.");
        }

        output.Line((only, reading.AlreadyKnown, taken) switch
        {
            (true, _, _) => "Nothing was taken: this was a look.",
            (_, true, _) => "All of it was handed in before; nothing changed.",
            (_, _, true) => "Taken. 'bridge tasks' lists what is open, refused rows and questions about matched accounts among it.",
            _ => "Laid into the outbox; the run that is under way takes it when it looks next.",
        });
    }

    private static JsonObject Result(PackResultReading reading, bool taken) => new()
    {
        ["pack"] = reading.Pack.Id,
        ["partners"] = reading.Labels.Count,
        ["accepted"] = reading.Of(PackRowFate.Accepted).Count,
        ["matched"] = reading.Of(PackRowFate.Matched).Count,
        ["rejected"] = Json.Array(reading.Of(PackRowFate.Rejected), row => Row(reading, row)),
        ["partly"] = Json.Array(reading.Partly, row => Row(reading, row)),
        ["notMentioned"] = Json.Texts(reading.NotMentioned),
        ["alreadyKnown"] = reading.AlreadyKnown,
        ["taken"] = taken,
    };

    private static JsonObject Row(PackResultReading reading, PackRowResult row) =>
        new() { ["step"] = row.Step, ["partner"] = reading.Labels[row.Step], ["line"] = row.Line, ["account"] = row.Account, ["reason"] = row.Reason };

    private static Dictionary<string, string> Columns(IEnumerable<string> typed) =>
        typed.Select(text => Pair(text, text.IndexOf('=', StringComparison.Ordinal), "--column", "Write it like \"Status=Ergebnis\".")).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, PackRowFate> Words(IEnumerable<string> typed)
    {
        const string Remedy = "Write it like \"Angenommen=accepted\"; the meanings are accepted, matched and rejected.";
        var words = new Dictionary<string, PackRowFate>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in typed)
        {
            var (word, meaning) = Pair(text, text.LastIndexOf('='), "--status", Remedy);
            words[word] = Enum.TryParse<PackRowFate>(meaning, ignoreCase: true, out var fate) && Enum.IsDefined(fate) && !char.IsDigit(meaning[0])
                ? fate
                : throw new CliException($"'{meaning}' is no meaning of a status.", Remedy) { Place = "--status", Value = text };
        }

        return words;
    }

    private static (string Name, string Value) Pair(string text, int at, string option, string remedy) =>
        at > 0 && at < text.Length - 1 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : throw new CliException("There is no '=' between two texts.", remedy) { Place = option, Value = text };
}
