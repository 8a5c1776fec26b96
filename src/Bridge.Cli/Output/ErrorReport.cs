namespace Bridge.Cli.Output;

/// <summary>What went wrong, ready to be said.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Kind">Stable name of the kind of error.</param>
/// <param name="Problems">The problems, all of them.</param>
internal sealed record ErrorReport(ExitCode ExitCode, string Kind, IReadOnlyList<ErrorProblem> Problems);
