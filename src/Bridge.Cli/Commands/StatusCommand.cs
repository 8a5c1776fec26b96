using System.CommandLine;
using Bridge.Cli.Inspection;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge status</c>: where a migration stands and what is next.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandSet commands) => commands.Handle(
        commands.New("status", "Show where the migration stands: snapshots, plans, approvals, runs, open tasks, and what is next.", "bridge status", "bridge status --json"),
        async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var standing = await MigrationStanding.ReadAsync(migration, cancellationToken);
            standing.Write(context.Output);
            context.Output.Result(standing.Json());
            return ExitCode.Done;
        });
}
