using Bridge.Model.Contracts;
using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A contract that a partner is to have on the target.</summary>
public sealed record ContractDraft
{
    /// <summary>The partner.</summary>
    public required TargetRef Partner { get; init; }

    /// <summary>Template it is made from.</summary>
    public required TargetRef Template { get; init; }

    /// <summary>Name of the template, for people.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Terms it must show when it is read, field by field; partner and ids do not count.</summary>
    public required Contract Terms { get; init; }

    /// <summary>Contract that it replaces; null when the partner has none.</summary>
    public ContractId? Replaces { get; init; }
}
