using Bridge.Model.Contracts;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>Template terms that a person builds in the target's portal.</summary>
public sealed record TemplateDraft
{
    /// <summary>Name of the template.</summary>
    public required string Name { get; init; }

    /// <summary>The terms it must have: a contract whose partner is empty and whose id is the source offer.</summary>
    public required Contract Terms { get; init; }
}
