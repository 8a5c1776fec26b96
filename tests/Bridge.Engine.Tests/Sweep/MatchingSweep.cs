using Bridge.Engine.Matching;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;
using Bridge.Model.Partners;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>A matcher that answers wrongly for one partner. Only partners are matched.</summary>
internal sealed class MatchingSweep : ISweep
{
    // What is matched is a partner, whatever is said of it: there is no other entity to file it under.
    public IReadOnlyList<SweepFault> Faults { get; } = [SweepFault.Lost, SweepFault.Doubled, SweepFault.OtherOutcome, SweepFault.OtherPartner];

    public IReadOnlyList<EntityKind> Entities { get; } = [EntityKind.Partner];

    public string Victim(EntityKind entity) => "11";

    public Task RunAsync(SweepFault? fault, EntityKind entity) => (PlanWorld.Bench with { Matcher = matcher => new Spoilt(matcher, fault) }).LinesAsync();

    private sealed class Spoilt(IPartnerMatcher inner, SweepFault? fault) : IPartnerMatcher
    {
        public string? OverridesHash => inner.OverridesHash;

        public string? ClaimOf(string source) => inner.ClaimOf(source);

        public PartnerMatch Match(Partner source)
        {
            var match = inner.Match(source);
            return (fault, source.Id.Value) switch
            {
                (SweepFault.Lost, "11") => new PartnerMatch { Source = "11", Kind = MatchKind.None },
                (SweepFault.OtherOutcome, "11") => new PartnerMatch { Source = "11", Kind = MatchKind.DeclaredSkip, Strategy = "override" },
                (SweepFault.OtherPartner, "11") => match with { Source = "12" },

                // The partner of 15 is given a second time.
                (SweepFault.Doubled, "11") => match with { TargetId = "T15", Location = new RecordLocation(1, 1, 1) },
                _ => match,
            };
        }
    }
}
