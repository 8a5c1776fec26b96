namespace Bridge.Engine.Handoffs;

/// <summary>
/// What people said about a task: who has it, until when, what there is to note, and that it is done. It lies in the outbox under
/// a name of its own, so that it can be written while a run is under way and outlives the files of a hand-off that is repeated.
/// It closes nothing: the target does, or an answer where one is needed.
/// </summary>
public sealed record TaskClaim
{
    /// <summary>Who has it; null when nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>Day until which it is to be done; null when none was named.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>A note; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Who said that it is done; null when nobody did since it was handed out last.</summary>
    public string? DoneBy { get; init; }

    /// <summary>When that was said.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who wrote this last.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True when it says nothing about the work itself.</summary>
    public bool IsEmpty => (Owner, Due, Note, DoneBy) is (null, null, null, null);

    /// <summary>Name under which it lies in the outbox.</summary>
    public static string IdOf(string handoff) => "claim-" + handoff;
}
