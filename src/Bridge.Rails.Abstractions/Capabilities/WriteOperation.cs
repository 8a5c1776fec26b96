using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>One kind of write that a rail offers, in one channel.</summary>
public sealed record WriteOperation
{
    /// <summary>Kind of object.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>What it does.</summary>
    public required WriteVerb Verb { get; init; }

    /// <summary>How it reaches the rail.</summary>
    public required StepChannel Channel { get; init; }

    /// <summary>What the rail offers after doubt.</summary>
    public required OperationClass Class { get; init; }

    /// <summary>What rollback can do.</summary>
    public required Reversibility Reversibility { get; init; }

    /// <summary>The verb that undoes it; null when nothing does.</summary>
    public WriteVerb? Undo { get; init; }

    /// <summary>D: longest time after giving up at which a request may still take effect.</summary>
    public TimeSpan EffectiveWithin { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>R: longest time until a write is visible to the lookup.</summary>
    public TimeSpan VisibleWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Effect outside the rail that partners notice (mails), null when there is none.</summary>
    public string? SideEffect { get; init; }

    /// <summary>Whether the rail mails the partner.</summary>
    public PartnerMail Mail { get; init; }

    /// <summary>What a credential must be granted for it, in the rail's own spelling; null where no credential is used, or the rail grants nothing apart.</summary>
    public string? Scope { get; init; }

    /// <summary>Source of the declaration: page, and whether it is confirmed or assumed.</summary>
    public required string Source { get; init; }
}
