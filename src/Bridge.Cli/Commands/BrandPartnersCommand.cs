using System.CommandLine;
using System.Globalization;
using Bridge.Cli.Brands;
using Bridge.Engine.Brands;
using Bridge.Hosting;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge brand partners</c>: every partner of a brand once, with the programs that it takes part in.</summary>
internal static class BrandPartnersCommand
{
    public static Command Create(CommandSet commands)
    {
        var csv = new Option<string>("--csv") { Description = "Also write them as CSV: one row for each participation and currency.", HelpName = "file" };
        var days = new Option<int>("--days") { Description = "Orders of how many days before each program was read.", DefaultValueFactory = _ => 365 };
        var command = commands.New(
            "partners",
            "Show the partners of all programs, each once, with what they brought each program. Reads what 'bridge extract --conversions' read.",
            "bridge brand partners --dir acme",
            "bridge brand partners --dir acme --csv partners.csv --days 730");
        command.Options.Add(csv);
        command.Options.Add(days);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            if (context.Value(days) < 1)
            {
                throw new CliException("--days must be at least 1.", "365 is a year.") { Value = context.Value(days).ToString(CultureInfo.InvariantCulture) };
            }

            await using var brand = await OpenBrand.OpenAsync(context.Folder, context.Host, context.Value(days), cancellationToken);
            var summary = new BrandSummary();
            var path = context.Value(csv) is { } file ? context.PathOf(file) : null;
            await using (var stream = path is null ? Stream.Null : Open(path))
            {
                await BrandPartnersCsv.WriteAsync(BrandPartners.ReadAsync(brand.Sources, cancellationToken), stream, summary.Add, cancellationToken);
            }

            summary.Write(context.Output, brand);
            if (path is not null)
            {
                context.Output.Line($"All of them: {path}");
            }

            var json = summary.Json(brand);
            json["csv"] = path;
            context.Output.Result(json);
            return ExitCode.Done;
        });
    }

    private static FileStream Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.Create(path);
    }
}
