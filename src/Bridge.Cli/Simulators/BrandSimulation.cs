using System.CommandLine;
using System.Globalization;
using Bridge.Cli.Commands;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Cli.Simulators;

/// <summary>What the commands that show a generated brand have in common: the same options give the same brand.</summary>
internal sealed class BrandSimulation
{
    private readonly Option<string> programs = new("--programs") { Description = $"Programs of the brand, parted by commas: {string.Join(", ", RakutenBrandProgram.Known.Select(program => program.Name))}.", HelpName = "names" };
    private readonly Option<int> seed = new("--seed") { Description = "Seed of all data.", DefaultValueFactory = _ => 7 };
    private readonly Option<int> publishers = new("--publishers") { Description = "Partners over all programs.", DefaultValueFactory = _ => new RakutenBrandOptions().Partners };

    /// <summary>Programs when none are named.</summary>
    public static string Usual => string.Join(',', new RakutenBrandOptions().Programs.Select(program => program.Name));

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(programs);
        command.Options.Add(seed);
        command.Options.Add(publishers);
    }

    /// <summary>The brand that a call asks for.</summary>
    public RakutenBrandOptions Of(CommandContext context, string usual) =>
        Of(context.Value(programs) ?? usual, context.Value(publishers), context.Value(seed));

    /// <summary>The brand of these words.</summary>
    /// <exception cref="CliException">A program is not known, or the number of partners is out of bounds.</exception>
    public static RakutenBrandOptions Of(string programs, int partners, int seed)
    {
        var names = programs.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        var known = string.Join(", ", RakutenBrandProgram.Known.Select(program => program.Name));
        if (names.Count == 0 || names.Find(name => RakutenBrandProgram.Find(name) is null) is not null)
        {
            throw new CliException("The simulation does not know such a program.", $"It knows {known}; write them like us,de.") { Value = programs };
        }

        var least = RakutenBrandOptions.MinimumPartners(names.Count);
        if (partners < least || partners > 20_000)
        {
            throw new CliException($"--publishers must be from {least} to 20000 for {names.Count} programs.", "Choose a number within.") { Value = partners.ToString(CultureInfo.InvariantCulture) };
        }

        return new RakutenBrandOptions { Seed = seed, Partners = partners, Programs = [.. names.Select(name => RakutenBrandProgram.Find(name)!)] };
    }

    /// <summary>A number of months, or an error that names the bounds.</summary>
    /// <exception cref="CliException">It is out of bounds.</exception>
    public static int CheckMonths(int months) => months is >= 1 and <= 36
        ? months
        : throw new CliException("--months must be from 1 to 36.", "Twelve to twenty-four are usual.") { Value = months.ToString(CultureInfo.InvariantCulture) };
}
