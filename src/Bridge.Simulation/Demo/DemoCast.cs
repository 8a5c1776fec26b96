using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>Chooses which approved publishers have an account, and in which of the ways an account can be met.</summary>
internal sealed class DemoCast(RakutenPack pack, DemoWorldOptions options)
{
    private static readonly (DemoTrace Trace, DemoStanding Standing)[] Parts =
    [
        (DemoTrace.Value1, DemoStanding.OtherContract),
        (DemoTrace.Domain, DemoStanding.OtherContract),
        (DemoTrace.Email, DemoStanding.Outside),
        (DemoTrace.Value1, DemoStanding.EqualContract),
        (DemoTrace.Domain, DemoStanding.Application),
        (DemoTrace.Email, DemoStanding.OtherContract),
        (DemoTrace.Domain, DemoStanding.Outside),
        (DemoTrace.Value1, DemoStanding.OtherContract),
        (DemoTrace.Email, DemoStanding.EqualContract),
        (DemoTrace.Domain, DemoStanding.OtherContract),
    ];

    private readonly Dictionary<int, RakutenOffer> offers = pack.Offers.ToDictionary(offer => offer.Goid);
    private readonly Dictionary<string, int?> leading = pack.Truth.Publishers.ToDictionary(publisher => publisher.Sid, publisher => publisher.LeadingGoid);

    public IReadOnlyList<DemoRole> Choose()
    {
        // The export contradicts itself about some; they stay out, so that each known account has one clear part.
        var approved = pack.Publishers.Where(publisher => publisher is { State: RakutenPublisherState.Approved, AlsoListedAsRemoved: false })
            .OrderBy(publisher => StableHash.Fraction(options.Seed, $"known/{publisher.Sid}"))
            .ToList();
        var count = (int)decimal.Round(pack.Publishers.Count(publisher => publisher.State == RakutenPublisherState.Approved) * options.KnownShare);
        var owners = approved.Where(OwnsCode).Take(2).ToList();
        return [.. owners.Concat(approved.Except(owners)).Take(count).Select(Role)];
    }

    private bool OwnsCode(RakutenPublisher publisher) => pack.Codes.Any(code => code.Sid == publisher.Sid && IsClear(pack, code));

    /// <summary>A running code that one publisher alone claims.</summary>
    internal static bool IsClear(RakutenPack pack, RakutenCode code) => code.Sid is not null && pack.Truth.CodeOwners[code.Code].Count == 1
        && code.Start <= pack.Options.AsOf && (code.End is not { } end || end > pack.Options.AsOf);

    private DemoRole Role(RakutenPublisher publisher, int place)
    {
        var (trace, standing) = Parts[place < 2 ? 0 : place % Parts.Length];
        var offer = leading[publisher.Sid] is { } goid ? offers[goid] : null;
        if (trace == DemoTrace.Email && publisher.Email is null)
            trace = DemoTrace.Domain;

        // A publisher with full details is created by a call, which looks for nobody: it must not have an account outside.
        if (standing == DemoStanding.Outside && publisher.Details is not null)
            standing = DemoStanding.OtherContract;
        return new DemoRole(publisher, trace, standing, offer);
    }
}
