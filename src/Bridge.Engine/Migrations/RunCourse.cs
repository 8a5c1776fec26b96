using Bridge.Engine.Execution;

namespace Bridge.Engine.Migrations;

/// <summary>How a run is carried out by one caller.</summary>
/// <param name="Options">Options.</param>
/// <param name="Meanwhile">Called after each look while people or partners are next; null for nothing.</param>
/// <param name="Progress">Takes progress; null for none.</param>
internal sealed record RunCourse(ExecutionOptions Options, Func<CancellationToken, Task>? Meanwhile, IProgress<ExecutionProgress>? Progress);
