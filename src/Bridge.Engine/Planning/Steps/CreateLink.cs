using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Makes a tracking link.</summary>
public sealed record CreateLink : PlanStep
{
    /// <summary>The link.</summary>
    public required TrackingLinkDraft Draft { get; init; }

    /// <summary>The tracking URL that it replaces on the source; null when nobody knows that URL.</summary>
    public string? Replaces { get; init; }

    /// <summary>
    /// Step of the link whose URL has to prove the form before this one's is computed, without a call; null when a call makes the
    /// link.
    /// </summary>
    public string? Proof { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.CreateLink(this);
}
