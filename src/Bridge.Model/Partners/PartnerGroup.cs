using Bridge.Model.Identity;

namespace Bridge.Model.Partners;

/// <summary>A named group of partners of one program. Who belongs to it is said by each partner.</summary>
public sealed record PartnerGroup
{
    /// <summary>The rail's id.</summary>
    public required PartnerGroupId Id { get; init; }

    /// <summary>Name as people see it; unique in a program.</summary>
    public required string Name { get; init; }
}
