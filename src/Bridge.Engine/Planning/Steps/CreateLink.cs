using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Makes a tracking link.</summary>
public sealed record CreateLink : PlanStep
{
    /// <summary>The link.</summary>
    public required TrackingLinkDraft Draft { get; init; }

    /// <summary>The tracking URL that it replaces on the source; null when nobody knows that URL.</summary>
    public string? Replaces { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.CreateLink(this);
}
