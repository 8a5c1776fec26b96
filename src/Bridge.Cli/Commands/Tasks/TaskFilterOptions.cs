using System.CommandLine;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Commands.Tasks;

/// <summary>The options that say which tasks are wanted.</summary>
internal sealed class TaskFilterOptions
{
    private readonly Option<string> owner = new("--owner") { Description = "Those of one owner; 'none' for those that nobody has.", HelpName = "name" };
    private readonly Option<string> dueBefore = new("--due-before") { Description = "Those that are due before a day.", HelpName = "YYYY-MM-DD" };
    private readonly Option<bool> open = new("--open") { Description = "Those alone in which somebody still has to do something: not reported done, not answered, not with the partners." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(owner);
        command.Options.Add(dueBefore);
        command.Options.Add(open);
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="CliException">A day is none.</exception>
    public TaskFilter Read(CommandContext context) => new(context.Value(owner), Days.Read(context.Value(dueBefore), "--due-before"), context.Value(open));
}
