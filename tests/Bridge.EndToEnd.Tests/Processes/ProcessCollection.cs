namespace Bridge.EndToEnd.Tests.Processes;

/// <summary>Tests that start many processes have the machine for themselves, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "processes";
}
