using Bridge.Model.Collections;
using Bridge.Model.Partners;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A change of the reference values of a partner that exists.</summary>
public sealed record PartnerAmendment
{
    /// <summary>The partner.</summary>
    public required TargetRef Partner { get; init; }

    /// <summary>Values found at planning, by the target's scheme; an absent scheme is an empty field.</summary>
    public required ValueList<ExternalReference> Before { get; init; }

    /// <summary>Values to be there afterwards; a scheme of <see cref="Before"/> that is absent here is emptied.</summary>
    public required ValueList<ExternalReference> After { get; init; }
}
