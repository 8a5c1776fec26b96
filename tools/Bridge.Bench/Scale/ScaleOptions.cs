using System.Globalization;

namespace Bridge.Bench.Scale;

/// <summary>What was asked of <c>bench scale</c>.</summary>
internal sealed record ScaleOptions
{
    /// <summary>Largest pack; beyond it the simulated rail itself needs much memory.</summary>
    private const int Most = 1_000_000;

    /// <summary>Numbers of partners, ascending.</summary>
    public IReadOnlyList<int> Partners { get; init; } = [10_000, 100_000];

    /// <summary>Seed of all data.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Where to work.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>JSON instead of tables.</summary>
    public bool Json { get; init; }

    /// <summary>Leave the files.</summary>
    public bool Keep { get; init; }

    /// <summary>True when help was asked for.</summary>
    public bool Help { get; init; }

    /// <summary>Reads arguments.</summary>
    /// <exception cref="BenchException">An option is unknown or has no fitting value.</exception>
    public static ScaleOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ScaleOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            options = arguments[index] switch
            {
                "--partners" => options with { Partners = Sizes(Value(arguments, ref index)) },
                "--seed" => options with { Seed = Number("--seed", Value(arguments, ref index), 0, int.MaxValue) },
                "--folder" => options with { Folder = Path.GetFullPath(Value(arguments, ref index)) },
                "--json" => options with { Json = true },
                "--keep" => options with { Keep = true },
                "--help" or "-h" => options with { Help = true },
                var other => throw new BenchException($"'{other}' is no option of 'bench scale'. 'bench --help' lists them."),
            };
        }

        return options;
    }

    private static string Value(IReadOnlyList<string> arguments, ref int index) =>
        ++index < arguments.Count ? arguments[index] : throw new BenchException($"{arguments[index - 1]} needs a value behind it.");

    private static List<int> Sizes(string text)
    {
        var sizes = text.Split(',').Select(part => Number("--partners", part, 10, Most)).ToList();
        return sizes.Zip(sizes.Skip(1)).All(pair => pair.First < pair.Second)
            ? sizes
            : throw new BenchException($"--partners {text}: the sizes must ascend, for example 10000,100000.");
    }

    private static int Number(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"{option} {text}: must be a whole number from {least} to {most}."));
}
