namespace Bridge.Engine.Execution;

/// <summary>What a look before the write came to.</summary>
internal sealed record GuardAnswer
{
    /// <summary>The target is as the plan expects: write.</summary>
    public static GuardAnswer Go { get; } = new();

    /// <summary>Nothing is to be written: the target already is as the step wants it.</summary>
    public bool IsDone { get; private init; }

    /// <summary>The object that was found; null when there is none.</summary>
    public string? TargetId { get; private init; }

    /// <summary>Why nothing may be written; null when it may.</summary>
    public string? Conflict { get; private init; }

    public static GuardAnswer Done(string? targetId) => new() { IsDone = true, TargetId = targetId };

    public static GuardAnswer Stop(string conflict) => new() { Conflict = conflict };
}
