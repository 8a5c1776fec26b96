using System.Text.Json;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Execution.Canaries;

/// <summary>The clean canary with which this installation first wrote to a target program; a document of the run store.</summary>
/// <param name="Run">Run.</param>
/// <param name="At">When it was read back clean.</param>
public sealed record FirstWrite(string Run, DateTimeOffset At)
{
    /// <summary>Document kind in the run store.</summary>
    public const string Kind = "firstWrite";

    /// <summary>Key: the program on the target.</summary>
    public static string KeyOf(PlanHeader header) => $"{header.TargetRail}/{header.TargetAccount}/{header.TargetProgram}";

    /// <summary>The document of a plan's target; null when nothing was written there with a clean canary yet.</summary>
    public static async Task<FirstWrite?> FindAsync(IRunStore store, PlanHeader header, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(Kind, KeyOf(header), cancellationToken) is { } json ? JsonSerializer.Deserialize(json, WaveJson.Default.FirstWrite) : null;
}
