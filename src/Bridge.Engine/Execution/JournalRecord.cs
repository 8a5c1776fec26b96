using System.Text.Json.Nodes;

namespace Bridge.Engine.Execution;

/// <summary>What is to be journaled. The payload holds no personal value and no secret.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="RunId">Run, or null outside of runs.</param>
/// <param name="StepId">Step, or null.</param>
/// <param name="Payload">Details as canonical JSON.</param>
public sealed record JournalRecord(JournalKind Kind, string? RunId, string? StepId, JsonObject Payload);
