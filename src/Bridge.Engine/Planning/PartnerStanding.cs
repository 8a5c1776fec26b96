using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>
/// What became of one source partner, as far as its contracts, links and codes need to know. One small entry for each
/// partner in scope: the planner's only state that grows with the program.
/// </summary>
internal sealed class PartnerStanding
{
    /// <summary>The partner on the target; null when it does not move.</summary>
    public TargetRef? Target { get; init; }

    /// <summary>Step that links and codes wait for: the partner's, later its contract's; null when both exist already.</summary>
    public string? ReadyAfter { get; set; }

    /// <summary>Why it does not move; null when it does.</summary>
    public Outcome? Excluded { get; init; }

    /// <summary>Source key of the contract that leads; null when it has none that can move.</summary>
    public string? LeadingContract { get; init; }
}
