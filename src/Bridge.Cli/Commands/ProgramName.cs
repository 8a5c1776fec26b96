using System.CommandLine;
using Bridge.Engine.Planning;

namespace Bridge.Cli.Commands;

/// <summary>The name of the program that is to be changed: typed when asked, or given by option in automation.</summary>
internal static class ProgramName
{
    /// <summary>The option of applying and resuming.</summary>
    public static Option<string?> Option() => new("--program-name")
    {
        Description = "Name of the program on the target, exactly as it is shown there. Asked for on a terminal; a run that goes on remembers it.",
        HelpName = "name",
    };

    /// <summary>What was given, or what a person on a terminal answers; null when there is neither, which the engine refuses.</summary>
    public static async Task<string?> OfAsync(CommandContext context, Option<string?> option, PlanHeader header, CancellationToken cancellationToken)
    {
        if (context.Value(option) is not null || !context.Environment.InputIsTerminal || context.Output.Json)
        {
            return context.Value(option);
        }

        var what = header.Kind == PlanKind.Rollback ? "takes changes back on" : "changes";
        await context.Environment.Error.WriteLineAsync($"This plan {what} program {header.TargetProgram} of account {header.TargetAccount} ({header.TargetRail}).");
        await context.Environment.Error.WriteAsync("Type the name of that program to go on: ");
        await context.Environment.Error.FlushAsync(cancellationToken);
        return await context.Environment.Input.ReadLineAsync(cancellationToken);
    }
}
