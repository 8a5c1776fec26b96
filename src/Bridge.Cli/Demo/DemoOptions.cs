namespace Bridge.Cli.Demo;

/// <summary>What a person asked of the demo.</summary>
internal sealed record DemoOptions
{
    /// <summary>Seed of all data and of the simulated people.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>How much faster than real the simulated rail's clock runs.</summary>
    public decimal Speed { get; init; } = 1800;

    /// <summary>Folder to work in; must be empty or not there.</summary>
    public required string Folder { get; init; }
}
