namespace Bridge.Engine.Reporting.DryRun;

/// <summary>What an apply of the plan will take.</summary>
public sealed record ApplyForecast
{
    /// <summary>Mutating calls.</summary>
    public required long WriteCalls { get; init; }

    /// <summary>Calls that look before and after, at least.</summary>
    public required long ReadCalls { get; init; }

    /// <summary>Least time for all these calls under the rate law.</summary>
    public required TimeSpan LeastTime { get; init; }

    /// <summary>Rows of files that a person uploads.</summary>
    public required long FileRows { get; init; }

    /// <summary>Tasks that a person does in the portal.</summary>
    public required long PortalTasks { get; init; }
}
