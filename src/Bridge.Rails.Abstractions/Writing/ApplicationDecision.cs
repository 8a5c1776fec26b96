using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A decision on an application that a partner has made. The first decision is final on most rails.</summary>
public sealed record ApplicationDecision
{
    /// <summary>The pending contract.</summary>
    public required ContractId Application { get; init; }

    /// <summary>The applicant.</summary>
    public required TargetRef Partner { get; init; }

    /// <summary>True to accept.</summary>
    public required bool Accept { get; init; }

    /// <summary>Groups to join with the decision.</summary>
    public ValueList<TargetRef> Groups { get; init; } = [];

    /// <summary>Why it is declined; null otherwise.</summary>
    public string? Reason { get; init; }
}
