using Bridge.Model.Collections;
using Bridge.Model.Money;
using Bridge.Model.Partners;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A partner to be brought into the target program, by whichever channel.</summary>
public sealed record PartnerDraft
{
    /// <summary>Account name.</summary>
    public required string Name { get; init; }

    /// <summary>Main site with scheme; null when unknown.</summary>
    public string? Website { get; init; }

    /// <summary>Person to write to; null when unknown.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Address; null when unknown.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Main promotion method in the target's word; null when unknown.</summary>
    public string? PromotionMethod { get; init; }

    /// <summary>Account currency; null for the program's.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Template the contract is made from; null when the target makes contracts apart.</summary>
    public TargetRef? Template { get; init; }

    /// <summary>Groups to join at once.</summary>
    public ValueList<TargetRef> Groups { get; init; } = [];

    /// <summary>Names of these groups, same order: files name groups, calls use ids.</summary>
    public ValueList<string> GroupNames { get; init; } = [];

    /// <summary>Reference values to keep on the target, by the target's scheme; the natural key is the first one.</summary>
    public ValueList<ExternalReference> References { get; init; } = [];
}
