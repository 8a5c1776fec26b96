using System.CommandLine;
using Bridge.Cli.Output;
using Bridge.Hosting;
using Microsoft.Extensions.Logging;

namespace Bridge.Cli.Commands;

/// <summary>What one call of a command works with.</summary>
/// <param name="environment">Surroundings.</param>
/// <param name="arguments">What was typed.</param>
/// <param name="output">Where results go.</param>
/// <param name="folder">Folder of the migration, absolute.</param>
/// <param name="verbose">True when the log is wanted.</param>
internal sealed class CommandContext(CliEnvironment environment, ParseResult arguments, CliOutput output, string folder, bool verbose)
{
    /// <summary>Surroundings.</summary>
    public CliEnvironment Environment => environment;

    /// <summary>Where results go.</summary>
    public CliOutput Output => output;

    /// <summary>Folder of the migration.</summary>
    public string Folder => folder;

    /// <summary>Value of an option.</summary>
    public T? Value<T>(Option<T> option) => arguments.GetValue(option);

    /// <summary>Value of an argument.</summary>
    public T Value<T>(Argument<T> argument) => arguments.GetRequiredValue(argument);

    /// <summary>Value of an argument that may be left out.</summary>
    public T? ValueOrNull<T>(Argument<T> argument) => arguments.GetValue(argument);

    /// <summary>A path as it was typed, absolute.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, environment.WorkingFolder);

    /// <summary>What a migration is opened with; <c>--verbose</c> adds a log on the error stream.</summary>
    public HostSettings Host => verbose && environment.Host.Loggers is null
        ? environment.Host with { Loggers = new WriterLoggerFactory(environment.Error, LogLevel.Debug) }
        : environment.Host;

    /// <summary>Opens the migration.</summary>
    public Task<OpenMigration> OpenAsync(CancellationToken cancellationToken) => OpenMigration.OpenAsync(folder, Host, cancellationToken);
}
