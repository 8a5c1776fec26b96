using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Money;

namespace Bridge.Model.Programs;

/// <summary>A brand's program on one rail.</summary>
public sealed record Program
{
    /// <summary>The rail's id.</summary>
    public required ProgramId Id { get; init; }

    /// <summary>Account the program belongs to (impact.com account SID, Rakuten MID): pinned in a plan so that it cannot be applied elsewhere.</summary>
    public required string AccountId { get; init; }

    /// <summary>Name as people see it.</summary>
    public required string Name { get; init; }

    /// <summary>State.</summary>
    public required ProgramStatus Status { get; init; }

    /// <summary>The rail's own word for the state.</summary>
    public string? NativeStatus { get; init; }

    /// <summary>Program currency; null when it is set per contract.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Host of tracking links; null when the rail has one per link.</summary>
    public string? TrackingHost { get; init; }

    /// <summary>Where a link without destination leads; null when unknown.</summary>
    public string? DefaultLandingPage { get; init; }

    /// <summary>True when links may name their own destination.</summary>
    public bool DeepLinking { get; init; }

    /// <summary>Hosts that destinations may have; a leading <c>*.</c> allows subdomains. Empty means the rail does not restrict or does not say.</summary>
    public ValueList<string> PermittedHosts { get; init; } = [];
}
