namespace Bridge.Cli;

/// <summary>A command cannot do what it was asked for.</summary>
internal sealed class CliException(string message, string remedy) : Exception(message)
{
    /// <summary>Where; null when the message says it.</summary>
    public string? Place { get; init; }

    /// <summary>The value that is wrong; null when there is none.</summary>
    public string? Value { get; init; }

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
