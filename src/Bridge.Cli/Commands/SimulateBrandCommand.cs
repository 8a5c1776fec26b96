using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Simulators;
using Bridge.Simulation.Rakuten;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge simulate brand</c>: the downloads of a brand with several programs.</summary>
internal static class SimulateBrandCommand
{
    public static Command Create(CommandSet commands)
    {
        var folder = new Argument<string>("folder") { Description = "Folder to write, with one folder below it for each program; new or empty." };
        var options = new BrandSimulation();
        var months = new Option<int>("--months") { Description = "Months of performance.", DefaultValueFactory = _ => new RakutenBrandOptions().Months };
        var clean = new Option<bool>("--clean") { Description = "Leave out the dirt of real exports." };
        var without = new Option<bool>("--without-assignments") { Description = "Leave out the sheets that say which publisher has which offer, as if nobody had them yet." };
        var only = new Option<bool>("--only-assignments") { Description = "Write these sheets alone, into folders that may hold the rest already." };
        var truth = new Option<string>("--truth") { Description = "Also write what is really in the files, outside of the folder.", HelpName = "file" };
        var command = commands.New(
            "brand",
            "Write the downloads of a brand with several programs on Rakuten: other currencies, time zones and languages, partners in common, file names that say nothing.",
            "bridge simulate brand downloads --seed 7",
            "bridge simulate brand downloads --publishers 120 --without-assignments",
            "bridge simulate brand downloads --publishers 120 --only-assignments");
        command.Arguments.Add(folder);
        options.AddTo(command);
        command.Options.Add(months);
        command.Options.Add(clean);
        command.Options.Add(without);
        command.Options.Add(only);
        command.Options.Add(truth);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var place = context.PathOf(context.Value(folder));
            if (!context.Value(only) && Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
            {
                throw new CliException("The folder is not empty, and nothing is overwritten.", "Name another folder.") { Place = place };
            }

            var brand = RakutenBrand.Create(options.Of(context, BrandSimulation.Usual) with { Dirt = !context.Value(clean), Months = BrandSimulation.CheckMonths(context.Value(months)) });
            if (context.Value(only))
            {
                await brand.WriteAssignmentsAsync(place, cancellationToken);
            }
            else
            {
                await brand.WriteToAsync(place, !context.Value(without), cancellationToken);
            }

            if (context.Value(truth) is { } file)
            {
                await brand.WriteTruthAsync(context.PathOf(file), cancellationToken);
            }

            Say(context, place, brand);
            return ExitCode.Done;
        });
    }

    private static void Say(CommandContext context, string place, RakutenBrand brand)
    {
        var shared = brand.Truth.Partners.Count(partner => partner.Participations.Count > 1);
        context.Output.Line($"{brand.Truth.Partners.Count} partners in {brand.Parts.Count} programs below {place}, {shared} of them in more than one.");
        var programs = new JsonObject();
        foreach (var (program, pack) in brand.Parts)
        {
            var date = pack.Options.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            context.Output.Line($"  {program.Name}: {pack.Publishers.Count} publishers, {pack.Assignments.Count} contracts, {pack.Links.Count} links, {pack.Codes.Count} codes, {Orders(pack)} orders. "
                + $"advertiserId: \"{program.Mid}\", currency: {program.Currency}, timeZone: {program.TimeZone}, exportDate: {date}");
            programs[program.Name] = new JsonObject
            {
                ["folder"] = Path.Combine(place, program.Name),
                ["advertiserId"] = program.Mid,
                ["network"] = program.Network,
                ["currency"] = program.Currency,
                ["timeZone"] = program.TimeZone,
                ["hosts"] = Output.Json.Texts(program.Hosts),
                ["exportDate"] = date,
                ["publishers"] = pack.Publishers.Count,
                ["contracts"] = pack.Assignments.Count,
                ["links"] = pack.Links.Count,
                ["codes"] = pack.Codes.Count,
                ["orders"] = Orders(pack),
            };
        }

        context.Output.Result(new JsonObject { ["folder"] = place, ["partners"] = brand.Truth.Partners.Count, ["sharedPartners"] = shared, ["programs"] = programs });
    }

    private static int Orders(RakutenPack pack) => pack.ReportRows.Count(row => row.Orders == 1);
}
