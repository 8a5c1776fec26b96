namespace Bridge.Cli.Output;

/// <summary>One problem.</summary>
/// <param name="Message">What is wrong, by which rule.</param>
/// <param name="Remedy">What to do; null when the message says it.</param>
/// <param name="Code">Stable code; null when there is none.</param>
/// <param name="Place">Where; null when the message says it.</param>
/// <param name="Value">The offending value; null when there is none or it is secret.</param>
internal sealed record ErrorProblem(string Message, string? Remedy = null, string? Code = null, string? Place = null, string? Value = null);
