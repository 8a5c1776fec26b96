namespace Bridge.Bench.Scale;

/// <summary>What <c>bench scale --json</c> prints.</summary>
internal sealed record ScaleResult
{
    /// <summary>Processors that the runtime sees.</summary>
    public required int Cores { get; init; }

    /// <summary>Memory that the runtime may use, in MiB.</summary>
    public required long MemoryMiB { get; init; }

    /// <summary>Operating system and runtime.</summary>
    public required string System { get; init; }

    /// <summary>Seed of all data.</summary>
    public required int Seed { get; init; }

    /// <summary>Requests an hour that the simulated account is granted, so that pacing is no part of the figures.</summary>
    public required int RequestsPerHour { get; init; }

    /// <summary>Sizes, ascending.</summary>
    public required IReadOnlyList<SizeResult> Sizes { get; init; }

    /// <summary>Peak of the largest size minus peak of the smallest, in MiB; null for one size.</summary>
    public required decimal? GrowthMiB { get; init; }

    /// <summary>What the growth must stay below, in MiB.</summary>
    public required decimal LimitMiB { get; init; }

    /// <summary>True when it does.</summary>
    public required bool Holds { get; init; }
}
