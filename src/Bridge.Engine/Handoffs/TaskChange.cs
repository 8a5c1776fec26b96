namespace Bridge.Engine.Handoffs;

/// <summary>What is to be written down about a task; null leaves what is there, an empty text takes it away.</summary>
public sealed record TaskChange
{
    /// <summary>Who has it from now on.</summary>
    public string? Owner { get; init; }

    /// <summary>Day until which it is to be done.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>True to take the day away.</summary>
    public bool NoDue { get; init; }

    /// <summary>A note.</summary>
    public string? Note { get; init; }

    /// <summary>True when it is said to be done, false when it is said not to be; null for nothing said.</summary>
    public bool? Done { get; init; }

    /// <summary>The answer, where one is needed.</summary>
    public string? Answer { get; init; }

    /// <summary>The claim after the change.</summary>
    internal TaskClaim On(TaskClaim? before, string by, DateTimeOffset at)
    {
        var claim = (before ?? new TaskClaim { By = by, At = at }) with { By = by, At = at };
        claim = claim with
        {
            Owner = Of(Owner, claim.Owner),
            Due = NoDue ? null : Due ?? claim.Due,
            Note = Of(Note, claim.Note),
        };
        return Done switch
        {
            true when claim.DoneBy is null => claim with { DoneBy = by, DoneAt = at },
            false => claim with { DoneBy = null, DoneAt = null },
            _ => claim,
        };
    }

    private static string? Of(string? said, string? before) => said is null ? before : said.Trim() is { Length: > 0 } text ? text : null;
}
