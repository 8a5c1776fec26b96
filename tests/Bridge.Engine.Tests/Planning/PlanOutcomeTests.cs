using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Tests.Planning;

/// <summary>Each outcome, from the smallest input that produces it.</summary>
public sealed class PlanOutcomeTests
{
    private static readonly PlanBench New = new() { Source = new PlanRecords { Partners = [PlanWorld.SourcePartner("11")], Contracts = [PlanWorld.Offer("11", "500")] } };

    private static readonly PlanBench There = New with
    {
        Target = new PlanRecords { Partners = [PlanWorld.TargetPartner("T11", "11")], Contracts = [PlanWorld.TargetContract("K11", "T11")] },
    };

    private static readonly PlanBench Moved = There with { IdMap = [PlanWorld.Row(EntityKind.Partner, "11", "T11"), PlanWorld.Row(EntityKind.Contract, "11:500", "K11")] };

    [Fact]
    public async Task A_partner_that_is_not_there_is_created_with_its_contract()
    {
        await New.YieldsAsync((EntityKind.Partner, "11", Outcome.Created, null), (EntityKind.Contract, "11:500", Outcome.Created, null));
    }

    [Fact]
    public async Task What_an_earlier_run_moved_and_still_is_right_is_unchanged()
    {
        await Moved.YieldsAsync((EntityKind.Partner, "11", Outcome.Unchanged, null), (EntityKind.Contract, "11:500", Outcome.Unchanged, null));
    }

    [Fact]
    public async Task What_is_there_and_right_is_adopted()
    {
        await There.YieldsAsync((EntityKind.Partner, "11", Outcome.Adopted, null), (EntityKind.Contract, "11:500", Outcome.Adopted, null));
    }

    [Fact]
    public async Task What_an_earlier_run_moved_and_differs_is_updated()
    {
        var bench = Moved with
        {
            Target = new PlanRecords
            {
                Partners = [PlanWorld.TargetPartner("T11", null)],
                Contracts = [PlanWorld.TargetContract("K11", "T11") with { Terms = [Given.Percent(4)] }],
            },
        };

        await bench.YieldsAsync((EntityKind.Partner, "11", Outcome.Updated, null), (EntityKind.Contract, "11:500", Outcome.Updated, null));
    }

    [Fact]
    public async Task What_the_profile_leaves_out_is_skipped()
    {
        var bench = New with { Source = New.Source with { Partners = [PlanWorld.SourcePartner("11") with { Status = PartnerStatus.Removed, NativeStatus = "removed" }] } };

        await bench.YieldsAsync((EntityKind.Partner, "11", Outcome.Skipped, "StatusOutOfScope"), (EntityKind.Contract, "11:500", Outcome.Skipped, "PartnerOutOfScope"));
    }

    [Fact]
    public async Task What_a_person_leaves_out_is_skipped()
    {
        await (New with { Overrides = "source,target\n11,skip\n" })
            .YieldsAsync((EntityKind.Partner, "11", Outcome.Skipped, "DeclaredSkip"), (EntityKind.Contract, "11:500", Outcome.Skipped, "PartnerOutOfScope"));
    }

    [Fact]
    public async Task A_partner_without_an_offer_is_blocked()
    {
        await (New with { Source = New.Source with { Contracts = [] } }).YieldsAsync((EntityKind.Partner, "11", Outcome.Blocked, "NoContract"));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_blocked_under_the_rule_and_holds_back_what_hangs_on_it()
    {
        await (New with { Source = New.Source with { Partners = [PlanWorld.SourcePartner("11") with { Name = " " }] } })
            .YieldsAsync((EntityKind.Partner, "11", Outcome.Blocked, "PartnerNamePresent"), (EntityKind.Contract, "11:500", Outcome.Blocked, "PartnerBlocked"));
    }

    [Fact]
    public async Task What_the_source_says_in_two_ways_is_blocked()
    {
        var bench = New with { Source = New.Source with { Partners = [PlanWorld.SourcePartner("11"), PlanWorld.SourcePartner("11") with { Name = "Another" }] } };

        await bench.YieldsAsync((EntityKind.Partner, "11", Outcome.Blocked, "SourceConflict"), (EntityKind.Contract, "11:500", Outcome.Blocked, "PartnerBlocked"));
        (await bench.LinesAsync()).OfType<FindingLine>().Should().ContainSingle(line => line.Finding.Code == "BRG-SRC-010" && line.Finding.Severity == Severity.Excluding);
    }

    [Fact]
    public async Task Who_declined_is_blocked()
    {
        await (New with { Declined = ["11"] })
            .YieldsAsync((EntityKind.Partner, "11", Outcome.Blocked, "PartnerDeclined"), (EntityKind.Contract, "11:500", Outcome.Blocked, "PartnerBlocked"));
    }

    [Fact]
    public async Task A_likeness_of_several_partners_waits_for_a_person()
    {
        Partner Twin(string id) => new() { Id = new PartnerId(id), Name = id, Status = PartnerStatus.Active, Contacts = [new Contact { Email = Given.Personal(PersonalKind.Email, 11) }] };

        await (New with { Target = new PlanRecords { Partners = [Twin("T1"), Twin("T2")] } })
            .YieldsAsync((EntityKind.Partner, "11", Outcome.Manual, "AmbiguousMatch"), (EntityKind.Contract, "11:500", Outcome.Manual, "PartnerUndecided"));
    }

    [Fact]
    public async Task Links_are_created_unchanged_updated_or_adopted_by_the_id_map_alone()
    {
        var bench = There with { Source = There.Source with { Links = [PlanWorld.Link("L1", "11")] } };
        var hash = (await bench.LinesAsync()).OfType<StepLine>().Select(line => line.Step).OfType<CreateLink>().Single().Fingerprint;
        PlanBench Mapped(bool kept, string? fingerprint) => bench with { IdMap = [PlanWorld.Row(EntityKind.TrackingLink, "L1", "https://track.example/1", kept, fingerprint)] };

        await bench.YieldsAsync(EntityKind.TrackingLink, ("L1", Outcome.Created, null));
        await Mapped(kept: false, hash).YieldsAsync(EntityKind.TrackingLink, ("L1", Outcome.Unchanged, null));
        await Mapped(kept: false, "of another destination").YieldsAsync(EntityKind.TrackingLink, ("L1", Outcome.Updated, null));
        await Mapped(kept: true, hash).YieldsAsync(EntityKind.TrackingLink, ("L1", Outcome.Adopted, null));
    }

    [Fact]
    public async Task Links_are_skipped_blocked_or_manual_with_their_reasons()
    {
        var bench = There with { Source = There.Source with { Links = [PlanWorld.Link("L1", "11", "https://evil.example/"), PlanWorld.Link("L2", "99"), PlanWorld.Link("L3", "11") with { Status = Model.Links.LinkStatus.Expired }] } };

        await bench.YieldsAsync(
            EntityKind.TrackingLink,
            ("L1", Outcome.Blocked, "LinkTargetsPermittedHost"), ("L2", Outcome.Blocked, "PartnerUnknown"), ("L3", Outcome.Skipped, "LinkExpired"));
    }

    [Fact]
    public async Task Codes_have_every_outcome_that_they_can_have()
    {
        PromoCode Taken(string id, string code, string owner) => new() { Id = new PromoCodeId(id), Code = code, Owner = new PartnerId(owner), Status = PromoCodeStatus.Active };
        var bench = There with
        {
            Source = There.Source with
            {
                Codes =
                [
                    PlanWorld.Code("ADOPT", "11"), PlanWorld.Code("BAD TEXT", "11"), PlanWorld.Code("FOREIGN", "11"), PlanWorld.Code("MOVED", "11"),
                    PlanWorld.Code("NEW", "11"), PlanWorld.Code("NOBODY", null), PlanWorld.Code("OLD", "11") with { Status = PromoCodeStatus.Expired },
                    PlanWorld.Code("TWICE", "11"), PlanWorld.Code("TWICE", "11") with { Id = new PromoCodeId("twice") },
                ],
            },
            Target = There.Target with { Codes = [Taken("c1", "ADOPT", "T11"), Taken("c2", "FOREIGN", "T9"), Taken("c3", "MOVED", "T11")] },
            IdMap = [PlanWorld.Row(EntityKind.PromoCode, "MOVED|11", "c3")],
        };

        await bench.YieldsAsync(
            EntityKind.PromoCode,
            ("ADOPT|11", Outcome.Adopted, null),
            ("BAD TEXT|11", Outcome.Blocked, "CodeTextAllowed"),
            ("FOREIGN|11", Outcome.Blocked, "CodeOwnedByOther"),
            ("MOVED|11", Outcome.Unchanged, null),
            ("NEW|11", Outcome.Created, null),
            ("NOBODY|", Outcome.Manual, "CodeWithoutOwner"),
            ("OLD|11", Outcome.Skipped, "CodeExpired"),
            ("TWICE|11", Outcome.Blocked, "CodeClaimedTwice"),
            ("twice", Outcome.Blocked, "CodeClaimedTwice"));
    }

    [Fact]
    public async Task Groups_have_every_outcome_that_they_can_have()
    {
        var bench = There with
        {
            Source = There.Source with
            {
                Groups = [Given.Group("1", "Made"), Given.Group("2", "There"), Given.Group("3", "Moved"), Given.Group("4", "Empty"), Given.Group("5", " "), Given.Group("6", "made")],
                Partners = [PlanWorld.SourcePartner("11") with { Groups = [new("1"), new("2"), new("3"), new("6")] }],
            },
            Target = There.Target with { Groups = [Given.Group("g2", "There"), Given.Group("g3", "Moved")] },
            IdMap = [PlanWorld.Row(EntityKind.PartnerGroup, "3", "g3")],
        };

        await bench.YieldsAsync(
            EntityKind.PartnerGroup,
            ("1", Outcome.Created, null),
            ("2", Outcome.Adopted, null),
            ("3", Outcome.Unchanged, null),
            ("4", Outcome.Skipped, "NoPartnerInScope"),
            ("5", Outcome.Blocked, "GroupNamePresent"),
            ("6", Outcome.Skipped, "MergedIntoGroup"));
    }

    [Fact]
    public async Task A_contract_that_does_not_lead_is_skipped_and_one_that_breaks_a_rule_is_blocked()
    {
        var bench = There with { Source = There.Source with { Contracts = [PlanWorld.Offer("11", "500"), PlanWorld.Offer("11", "501"), PlanWorld.Offer("11", "502") with { TemplateKind = "unranked", Terms = [] }] } };

        await bench.YieldsAsync(
            EntityKind.Contract,
            ("11:500", Outcome.Adopted, null), ("11:501", Outcome.Skipped, "SupersededContract"), ("11:502", Outcome.Blocked, "ContractHasTerms"));
    }
}
