using System.Globalization;
using Bridge.Simulation.Impact;

namespace Bridge.Cli.Simulators;

/// <summary>How a simulated rail is to be served.</summary>
/// <param name="Port">Port on the loopback address; 0 for any.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Speed">How much faster than real its clock runs.</param>
/// <param name="Folder">Folder of its own log; null for none.</param>
/// <param name="Clock">Real clock.</param>
internal sealed record SimulatorOptions(int Port, int Seed, decimal Speed, string? Folder, TimeProvider Clock)
{
    /// <summary>Publishers of the pack that the rail knows a part of; the other counts follow.</summary>
    public int Publishers { get; init; } = 400;

    /// <summary>Programs of a generated brand, parted by commas; null for the one program of a pack.</summary>
    public string? Programs { get; init; }

    /// <summary>How the templates and result files of impact.com's import tools look.</summary>
    public ImportFileStyle ImportFiles { get; init; } = ImportFileStyle.Plain;

    /// <summary>A style, or an error that names all of them.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static ImportFileStyle StyleOf(string? text) => text switch
    {
        null or "plain" => ImportFileStyle.Plain,
        "reordered" => ImportFileStyle.Reordered,
        "german" => ImportFileStyle.German,
        _ => throw new CliException("--import-files must be plain, reordered or german.", "Leave it out for plain.") { Value = text },
    };

    /// <summary>A number of publishers, or an error that names the bounds.</summary>
    /// <exception cref="CliException">It is out of bounds.</exception>
    public static int CheckPublishers(int publishers) => publishers is > 0 and <= 20_000
        ? publishers
        : throw new CliException("--publishers must be from 1 to 20000.", "Larger packs are made by tools/Bridge.Bench.") { Value = publishers.ToString(CultureInfo.InvariantCulture) };

    /// <summary>These options, or an error that names what is wrong.</summary>
    /// <exception cref="CliException">A value is out of bounds.</exception>
    public SimulatorOptions Checked()
    {
        if (Port is < 0 or > 65535)
        {
            throw new CliException("--port must be from 0 to 65535.", "Leave it out for any free port.") { Value = Port.ToString(CultureInfo.InvariantCulture) };
        }

        if (Speed is <= 0 or > 100_000)
        {
            throw new CliException("--speed must be above 0 and at most 100000.", "1 is real time, 60 makes an hour a minute.") { Value = Speed.ToString(CultureInfo.InvariantCulture) };
        }

        _ = CheckPublishers(Publishers);
        return this;
    }
}
