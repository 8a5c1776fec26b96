using Bridge.Model.Contracts;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Sees to it that a partner has a contract with the planned terms: implied by the way the partner came in, or switched in the portal.</summary>
public sealed record EstablishContract : PlanStep
{
    /// <summary>The contract.</summary>
    public required ContractDraft Draft { get; init; }

    /// <summary>Terms of the contract that it replaces, for the review; null when there is none.</summary>
    public Contract? Before { get; init; }

    /// <summary>Source template of the contract; null in plans that do not say.</summary>
    public string? TemplateKey { get; init; }

    /// <summary>How the partner comes to it; null as above.</summary>
    public ContractWay? Way { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.EstablishContract(this);
}
