using Bridge.Engine.Mapping;
using Bridge.Engine.Matching;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>What the planner decides about one partner; the same each time it looks.</summary>
internal sealed record PartnerDecision
{
    public required Mapped<DesiredPartner> Mapped { get; init; }

    public required PartnerMatch Match { get; init; }

    public required Exclusion? Excluded { get; init; }

    public required TargetRef? Target { get; init; }

    public DesiredPartner? Desired => Mapped.Value;
}
