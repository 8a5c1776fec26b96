using Bridge.Simulation.Impact.Seeding;

namespace Bridge.Lab;

/// <summary>How large a migration of the lab is, and how it differs from the usual one.</summary>
public sealed record LabOptions
{
    /// <summary>Publishers of the pack.</summary>
    public int Publishers { get; init; } = 30;

    /// <summary>How much faster than real the rail's clock runs.</summary>
    public decimal Speed { get; init; } = 3600;

    /// <summary>Folder to make; null for one of its own below the system's temporary folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Lines of the <c>execution</c> block.</summary>
    public IReadOnlyList<string> Execution { get; init; } = ["observeEvery: 20m", "reissueAfter: 12h"];

    /// <summary>True when the first write must begin with a canary, as it must outside of labs.</summary>
    public bool FirstWriteNeedsCanary { get; init; }

    /// <summary>Lines of the <c>schedule</c> block; none for no block.</summary>
    public IReadOnlyList<string> Schedule { get; init; } = [];

    /// <summary>Changes the platform before it starts.</summary>
    public Func<ImpactSeed, ImpactSeed> Seed { get; init; } = seed => seed;
}
