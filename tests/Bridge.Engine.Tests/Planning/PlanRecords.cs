using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Tests.Planning;

/// <summary>Records and findings of one side, in the order in which its rail pages them.</summary>
internal sealed record PlanRecords
{
    public IReadOnlyList<PartnerGroup> Groups { get; init; } = [];

    public IReadOnlyList<Partner> Partners { get; init; } = [];

    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    public IReadOnlyList<Deal> Deals { get; init; } = [];

    public IReadOnlyList<TrackingLink> Links { get; init; } = [];

    public IReadOnlyList<PromoCode> Codes { get; init; } = [];

    public IReadOnlyList<Conversion> Conversions { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The same records in another order.</summary>
    public PlanRecords Shuffled(Random random) => new()
    {
        Groups = Mixed(Groups, random),
        Partners = Mixed(Partners, random),
        Contracts = Mixed(Contracts, random),
        Deals = Mixed(Deals, random),
        Links = Mixed(Links, random),
        Codes = Mixed(Codes, random),
        Conversions = Mixed(Conversions, random),
        Findings = Findings,
    };

    private static T[] Mixed<T>(IReadOnlyList<T> records, Random random)
    {
        var mixed = records.ToArray();
        random.Shuffle(mixed);
        return mixed;
    }
}
