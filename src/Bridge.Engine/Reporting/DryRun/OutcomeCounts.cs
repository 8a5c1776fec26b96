using Bridge.Engine.Planning;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Records of one kind that belong to one partner, by outcome.</summary>
public sealed record OutcomeCounts
{
    /// <summary>Made.</summary>
    public long Created { get; init; }

    /// <summary>Changed.</summary>
    public long Updated { get; init; }

    /// <summary>As they should be.</summary>
    public long Unchanged { get; init; }

    /// <summary>Taken over.</summary>
    public long Adopted { get; init; }

    /// <summary>Out of scope.</summary>
    public long Skipped { get; init; }

    /// <summary>Cannot move.</summary>
    public long Blocked { get; init; }

    /// <summary>Wait for a person.</summary>
    public long Manual { get; init; }

    /// <summary>All of them.</summary>
    public long Total() => Created + Updated + Unchanged + Adopted + Skipped + Blocked + Manual;

    /// <summary>These counts with one more.</summary>
    public OutcomeCounts With(Outcome outcome) => outcome switch
    {
        Outcome.Created => this with { Created = Created + 1 },
        Outcome.Updated => this with { Updated = Updated + 1 },
        Outcome.Unchanged => this with { Unchanged = Unchanged + 1 },
        Outcome.Adopted => this with { Adopted = Adopted + 1 },
        Outcome.Skipped => this with { Skipped = Skipped + 1 },
        Outcome.Blocked => this with { Blocked = Blocked + 1 },
        Outcome.Manual => this with { Manual = Manual + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };
}
