using Bridge.Model.Partners;

namespace Bridge.Engine.Brands;

/// <summary>A partner takes part in a program.</summary>
public sealed record Participation
{
    /// <summary>Name of the program.</summary>
    public required string Program { get; init; }

    /// <summary>Id of the partner on the program's source.</summary>
    public required string Source { get; init; }

    /// <summary>Account on the program's target; null while it has none there.</summary>
    public string? Target { get; init; }

    /// <summary>State on the source.</summary>
    public required PartnerStatus Status { get; init; }

    /// <summary>What it brought, by currency in the order of their codes; empty for nothing.</summary>
    public IReadOnlyList<ParticipationTotals> Totals { get; init; } = [];

    /// <summary>Sub-publishers that its conversions name: a dimension of them, never partners of their own.</summary>
    public int SubPublishers { get; init; }

    /// <summary>Orders that name one.</summary>
    public long SubPublisherOrders { get; init; }
}
