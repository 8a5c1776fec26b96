using System.CommandLine;
using System.CommandLine.Parsing;
using Bridge.Cli.Commands.Tasks;
using Bridge.Cli.Demo;
using Bridge.Cli.Output;

namespace Bridge.Cli.Commands;

/// <summary>What all commands share: the options every one has, help with examples, and the one place where errors end.</summary>
/// <param name="environment">Surroundings.</param>
internal sealed class CommandSet(CliEnvironment environment)
{
    private readonly Dictionary<Command, IReadOnlyList<string>> examples = [];
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object instead of text.", Recursive = true };
    private readonly Option<bool> verbose = new("--verbose") { Description = "Show the log, and the stack of an unexpected error.", Recursive = true };
    private readonly Option<string> folder = new("--dir", "-C") { Description = "Folder of the migration (default: the current one).", Recursive = true, HelpName = "folder" };

    /// <summary>Examples by command, for help.</summary>
    public Dictionary<Command, IReadOnlyList<string>> Examples => examples;

    /// <summary>Surroundings.</summary>
    public CliEnvironment Environment => environment;

    /// <summary>Every command, in the order of a migration.</summary>
    public IReadOnlyList<Command> All() =>
    [
        InitCommand.Create(this),
        BrandCommand.Create(this),
        DoctorCommand.Create(this),
        RailsCommand.Create(this),
        TemplateCommand.Create(this),
        InboxCommand.Create(this),
        ExtractCommand.Create(this),
        PlanCommand.Create(this),
        QuestionsCommand.Create(this),
        ShowCommand.Create(this),
        LinksCommand.Create(this),
        AuthorityCommand.Create(this),
        ApproveCommand.Create(this),
        ApplyCommand.Create(this),
        TasksCommand.Create(this),
        ImportResultCommand.Create(this),
        ResumeCommand.Create(this),
        CancelCommand.Create(this),
        VerifyCommand.Create(this),
        ReadinessCommand.Create(this),
        RollbackCommand.Create(this),
        StatusCommand.Create(this),
        ExportCommand.Create(this),
        EraseCommand.Create(this),
        SimulateCommand.Create(this),
        DemoCommand.Create(this),
    ];

    /// <summary>Adds the options that every command has.</summary>
    public void AddGlobalOptions(RootCommand root)
    {
        root.Options.Add(folder);
        root.Options.Add(json);
        root.Options.Add(verbose);
    }

    /// <summary>A new command with examples for its help.</summary>
    public Command New(string name, string description, params string[] lines)
    {
        var command = new Command(name, description);
        examples[command] = lines;
        return command;
    }

    /// <summary>Gives a command its action. Whatever goes wrong becomes one message and an exit code here.</summary>
    public Command Handle(Command command, Func<CommandContext, CancellationToken, Task<ExitCode>> action)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = OutputOf(parsed);
            try
            {
                var context = new CommandContext(environment, parsed, output, FolderOf(parsed), parsed.GetValue(verbose));
                return (int)await action(context, cancellationToken);
            }
            catch (Exception error)
            {
                var problem = ErrorPresenter.Of(error, cancellationToken);
                ErrorPresenter.Present(output, problem);
                if (parsed.GetValue(verbose))
                {
                    await environment.Error.WriteLineAsync(error.ToString());
                }

                return (int)problem.ExitCode;
            }
        });
        return command;
    }

    /// <summary>Where a call's results go.</summary>
    public CliOutput OutputOf(ParseResult parsed) => new(environment, parsed.Tokens.Any(token => token.Type == TokenType.Option && token.Value == "--json"));

    private string FolderOf(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(folder) ?? ".", environment.WorkingFolder);
}
