using Bridge.Model.Collections;

namespace Bridge.Engine.Execution.Canaries;

/// <summary>The partners with whom a run begins, and what reading them back came to; a document of the run store.</summary>
public sealed record CanaryWave
{
    /// <summary>Document kind in the run store; the key is the run.</summary>
    public const string Kind = "canaryWave";

    /// <summary>Status of the run's row when all steps of the wave are at their end and the target is to be read back.</summary>
    public const string Done = "CanaryDone";

    /// <summary>Status of the run's row when the wave is clean.</summary>
    public const string IsClean = "CanaryClean";

    /// <summary>Status of the run's row when it is not.</summary>
    public const string IsNotClean = "CanaryNotClean";

    /// <summary>How many partners were asked for.</summary>
    public required int Wanted { get; init; }

    /// <summary>State.</summary>
    public required WaveState State { get; init; }

    /// <summary>Source keys of its partners, in the order in which they were taken. More than wanted when all of the first declined.</summary>
    public required ValueList<string> Partners { get; init; }

    /// <summary>When the target was read back last; null while it was not.</summary>
    public DateTimeOffset? ReadBackAt { get; init; }

    /// <summary>Records that were seen as planned, links by their receipts among them.</summary>
    public long Proved { get; init; }

    /// <summary>What was not as planned, the first 20; empty when nothing was.</summary>
    public ValueList<string> Differences { get; init; } = [];
}
