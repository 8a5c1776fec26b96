namespace Bridge.Engine.Execution;

/// <summary>Something that is missing before a run may write.</summary>
/// <param name="Code">Code for programs, in Pascal case (<c>ProgramNotNamed</c>).</param>
/// <param name="Message">What is missing, in one sentence.</param>
/// <param name="Remedy">The way out, with the command to type.</param>
public sealed record UnmetPrecondition(string Code, string Message, string Remedy);
