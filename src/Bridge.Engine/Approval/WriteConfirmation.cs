namespace Bridge.Engine.Approval;

/// <summary>What was confirmed before the first mutating call of a run; kept with the run, so that going on needs no second word.</summary>
public sealed record WriteConfirmation
{
    /// <summary>Document kind in the run store; the key is the run's id.</summary>
    public const string Kind = "writeConfirmation";

    /// <summary>Account on the target.</summary>
    public required string Account { get; init; }

    /// <summary>Id of the program on the target.</summary>
    public required string Program { get; init; }

    /// <summary>Name of the program as the operator typed it and the target shows it.</summary>
    public required string ProgramName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }
}
