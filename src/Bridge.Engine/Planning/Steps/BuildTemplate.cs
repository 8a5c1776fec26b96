using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Has template terms built in the portal; answered with their id, proved by the first contract made from them.</summary>
public sealed record BuildTemplate : PlanStep
{
    /// <summary>The template.</summary>
    public required TemplateDraft Draft { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.BuildTemplate(this);
}
