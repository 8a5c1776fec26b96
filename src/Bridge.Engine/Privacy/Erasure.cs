namespace Bridge.Engine.Privacy;

/// <summary>What an erasure did.</summary>
public sealed record Erasure
{
    /// <summary>The partner, by its key on the source.</summary>
    public required string Partner { get; init; }

    /// <summary>Personal values that can no longer be read.</summary>
    public required long Values { get; init; }

    /// <summary>Files of raw pages that were removed, with the hash that their snapshot's manifest keeps.</summary>
    public required IReadOnlyList<string> RawFiles { get; init; }

    /// <summary>Steps of runs that will not be carried out any more.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Files and tasks that were taken out of the outbox; those that others still wait for are written again without the person.</summary>
    public required IReadOnlyList<string> TakenBack { get; init; }

    /// <summary>Files and tasks that ever named the person: copies of them are with the people who worked on them, who have to delete them.</summary>
    public required IReadOnlyList<string> HandedOut { get; init; }

    /// <summary>Artifacts that still hold a value of the person in clear, for example as the name of the account.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>Finds the person's values in bytes; for whoever looks through files outside the stores. It finds nothing when they were erased before.</summary>
    public required PersonSearch Search { get; init; }
}
