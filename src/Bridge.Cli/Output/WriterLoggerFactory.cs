using Microsoft.Extensions.Logging;

namespace Bridge.Cli.Output;

/// <summary>Writes the log as plain lines, for <c>--verbose</c>.</summary>
/// <param name="writer">Writer.</param>
/// <param name="least">Least level that is written.</param>
internal sealed class WriterLoggerFactory(TextWriter writer, LogLevel least) : ILoggerFactory
{
    private readonly Lock gate = new();

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    /// <inheritdoc />
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The command line has one log, the error stream.");

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private void Write(LogLevel level, string category, string text)
    {
        lock (gate)
        {
            writer.WriteLine($"{level} {category}: {text}");
        }
    }

    private sealed class Logger(WriterLoggerFactory owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= owner.Least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                owner.Write(logLevel, category, formatter(state, exception));
            }
        }
    }

    private LogLevel Least => least;
}
