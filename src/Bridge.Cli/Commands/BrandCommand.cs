using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Brands;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Brands;
using Bridge.Hosting;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge brand</c>: all programs of a brand at once.</summary>
internal static class BrandCommand
{
    public static Command Create(CommandSet commands)
    {
        var command = commands.New(
            "brand",
            "Look over all programs of a brand: the folder with a brand.yaml, above the migration folders.",
            "bridge brand status --dir acme",
            "bridge brand partners --dir acme --csv partners.csv",
            "bridge brand doctor --dir acme");
        command.Subcommands.Add(Status(commands));
        command.Subcommands.Add(BrandPartnersCommand.Create(commands));
        command.Subcommands.Add(Doctor(commands));
        return command;
    }

    private static Command Status(CommandSet commands) => commands.Handle(
        commands.New("status", "Show where each program stands, and what is next.", "bridge brand status --dir acme", "bridge brand status --dir acme --json"),
        async (context, cancellationToken) =>
        {
            var brand = await BrandFolder.ReadAsync(context.Folder, cancellationToken);
            var programs = new JsonObject();
            foreach (var program in brand.Programs)
            {
                programs[program.Name] = await OfAsync(context, program, async migration =>
                {
                    var standing = await MigrationStanding.ReadAsync(migration, cancellationToken);
                    standing.Write(context.Output);
                    return standing.Json();
                }, cancellationToken);
            }

            context.Output.Result(new JsonObject { ["client"] = brand.Client, ["brand"] = brand.Brand, ["programs"] = programs });
            return ExitCode.Done;
        });

    private static Command Doctor(CommandSet commands) => commands.Handle(
        commands.New("doctor", "Check settings, files, credentials and permissions of each program, and what must agree between them. Changes nothing.", "bridge brand doctor --dir acme", "bridge brand doctor --dir acme --json"),
        async (context, cancellationToken) =>
        {
            var brand = await BrandFolder.ReadAsync(context.Folder, cancellationToken);
            var healthy = true;
            var programs = new JsonObject();
            foreach (var program in brand.Programs)
            {
                programs[program.Name] = await OfAsync(context, program, async migration =>
                {
                    var sides = await new Doctor(migration.Pipeline).LookAsync(cancellationToken);
                    foreach (var side in sides)
                    {
                        context.Output.Line($"  {(side.Healthy ? "ok     " : "PROBLEM")} {side.Connection} ({side.Role}, {side.Rail}) {side.Description}");
                        foreach (var problem in side.Checks.Where(check => check.Problem is not null))
                        {
                            context.Output.Line($"          {problem.Name}: {problem.Problem}");
                        }
                    }

                    healthy &= sides.All(side => side.Healthy);
                    return new JsonObject { ["healthy"] = sides.All(side => side.Healthy), ["connections"] = Json.Array(sides, side => side.ToJson()) };
                }, cancellationToken);
            }

            var findings = await BrandAgreement.CheckAsync(brand, cancellationToken);
            foreach (var finding in findings)
            {
                context.Output.Line(finding.ToString());
            }

            healthy &= findings.Count == 0;
            context.Output.Line(healthy ? "Every program is ready. Next: 'bridge extract' in each." : "Put right what is marked, then run 'bridge brand doctor' again.");
            context.Output.Result(new JsonObject { ["healthy"] = healthy, ["programs"] = programs, ["findings"] = Json.Texts(findings.Select(finding => finding.ToString())) });
            return healthy ? ExitCode.Done : ExitCode.Failed;
        });

    private static async Task<JsonObject> OfAsync(CommandContext context, BrandProgram program, Func<OpenMigration, Task<JsonObject>> look, CancellationToken cancellationToken)
    {
        context.Output.Heading($"{program.Name}{(program.Market is null ? "" : $" ({program.Market})")}: {program.Folder}");
        await using var migration = await OpenMigration.OpenAsync(program.Folder, context.Host, cancellationToken);
        return await look(migration);
    }
}
