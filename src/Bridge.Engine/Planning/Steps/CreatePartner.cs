using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Brings a partner into the program: by call, file or invitation.</summary>
public sealed record CreatePartner : PlanStep
{
    /// <summary>The partner.</summary>
    public required PartnerDraft Draft { get; init; }

    /// <summary>The way in.</summary>
    public required PartnerEntry Entry { get; init; }

    /// <summary>Source template of the contract that the partner gets; null in plans that do not say.</summary>
    public string? TemplateKey { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.CreatePartner(this);
}
