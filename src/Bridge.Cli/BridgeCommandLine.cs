using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Bridge.Cli.Commands;
using Bridge.Cli.Output;

namespace Bridge.Cli;

/// <summary>The command line as a function: arguments and surroundings in, exit code out.</summary>
internal static class BridgeCommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">Arguments without the program's name.</param>
    /// <param name="environment">Surroundings.</param>
    /// <param name="cancellationToken">Asks to stop at the next safe point.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var commands = new CommandSet(environment);
        var root = BuildRoot(commands);
        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            var output = commands.OutputOf(parsed);
            ErrorPresenter.Present(output, ErrorPresenter.OfParsing(parsed));
            return (int)ExitCode.Failed;
        }

        var configuration = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    private static RootCommand BuildRoot(CommandSet commands)
    {
        var root = new RootCommand("Moves affiliate programs from one network to another: extract, plan, approve, apply, verify, roll back.");
        commands.AddGlobalOptions(root);
        foreach (var command in commands.All())
        {
            root.Subcommands.Add(command);
        }

        commands.Examples[root] = ["bridge init rakuten impact acme", "bridge doctor --dir acme", "bridge demo"];
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new ExamplesHelp((SynchronousCommandLineAction)help.Action!, commands.Examples);
        }

        root.SetAction(parsed => root.Parse("--help").Invoke(new InvocationConfiguration { Output = parsed.InvocationConfiguration.Output }));
        return root;
    }
}
