using Bridge.Engine.Mapping;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Validation;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Validation;

public sealed class RecordRuleTests
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DesiredPartner SoundPartner = Given.Mapping().MapPartner(Given.Partner()).Value!;
    private static readonly DesiredContract SoundContract = Given.Mapping().MapContract(Given.Contract(Given.Percent(5))).Value!;
    private static readonly DesiredLink SoundLink = Given.Mapping().MapLink(Given.Link()).Value!;
    private static readonly DesiredPromoCode SoundCode = Given.Mapping().MapPromoCode(Given.Code()).Value!;

    /// <summary>One broken record for each rule: a rule without one fails the test below.</summary>
    private static readonly Dictionary<string, (Func<List<Finding>> Check, string Place)> Broken = new()
    {
        ["PartnerNamePresent"] = (() => Partner(SoundPartner with { Name = "" }), "name"),
        ["PartnerWebsiteHasScheme"] = (() => Partner(SoundPartner with { Website = "fjord.example" }), "website"),
        ["PartnerEmailPresentForFile"] = (() => Partner(SoundPartner with { Contact = null, Entry = PartnerEntry.ImportFile }), "contacts.email"),
        ["PartnerKeyPresent"] = (() => Partner(SoundPartner with { References = [new ExternalReference("impact.value2", "x")] }), "references"),
        ["PartnerReachable"] = (() => Partner(SoundPartner with { Contact = null, Entry = PartnerEntry.InviteInPortal }), "contacts.email"),
        ["ContractHasCurrency"] = (() => Contract(terms => terms with { Currency = null }), "currency"),
        ["ContractHasTerms"] = (() => Contract(terms => terms with { Terms = [] }), "terms"),
        ["DatesInOrder"] = (() => Contract(terms => terms with { Terms = [new TimeBoxed { From = Day, Until = Day, Terms = [Given.Percent(1)] }] }), "terms[0].until"),
        ["WindowsWithinBounds"] = (() => Contract(terms => terms with { Windows = new ReferralWindows { View = TimeSpan.FromDays(3650) } }), "windows.view"),
        ["LockingWithinBounds"] = (() => Contract(terms => terms with { Locking = new LockingRule { Basis = LockBasis.Tracked, Days = -1 } }), "locking"),
        ["TemplateKindIsRanked"] = (() => Check(Given.Contract(Given.Percent(5)) with { TemplateKind = "secret" }, SoundContract, EntityKind.Contract), "templateKind"),
        ["TierBoundsAscend"] = (() => Contract(terms => terms with { Terms = [Tiered((0, 500), (500, 500), (400, null))] }), "terms[0].tiers[1]"),
        ["TierWithoutGap"] = (() => Contract(terms => terms with { Terms = [Tiered((0, 500), (600, null))] }), "terms[0].tiers[1]"),
        ["RateWithinBounds"] = (() => Contract(terms => terms with { Terms = [Given.Percent(750)] }), "terms[0].rate"),
        ["AmountSaysOneThing"] = (() => Contract(terms => terms with { Terms = [new Bonus { Basis = TierBasis.PeriodCount, Threshold = 1, Amount = new CommissionAmount() }] }), "terms[0].amount"),
        ["AmountsShareCurrency"] = (() => Contract(terms => terms with { Terms = [new FlatPerAction { Amount = new Money(1, Currency.Parse("EUR")) }] }), "terms[0].amount"),
        ["ScopeHasValues"] = (() => Contract(terms => terms with { Terms = [Given.Percent(5, new ScopeCondition { Field = ScopeField.Product, ListName = "Hero" })] }), "terms[0].scope"),
        ["OneRateForEverything"] = (() => Contract(terms => terms with { Terms = [Given.Percent(5), Given.Percent(6)] }), "terms"),
        ["LinkTargetsPermittedHost"] = (() => Check(Given.Link(), SoundLink with { Destination = "https://x.example/" }, EntityKind.TrackingLink), "destination"),
        ["SubIdWithinLimit"] = (() => Check(Given.Link(), SoundLink with { SubIds = [new SubId("subId1", new string('x', 256))] }, EntityKind.TrackingLink), "subIds.subId1"),
        ["VanityPathAllowed"] = (() => Check(Given.Link(), SoundLink with { Kind = LinkKind.Vanity }, EntityKind.TrackingLink), "vanityPath"),
        ["CodeOwnerKnown"] = (() => Check(Given.Code(owner: null), SoundCode, EntityKind.PromoCode), "owner"),
        ["CodeTextAllowed"] = (() => Check(Given.Code(), SoundCode with { Code = "SAVE 10" }, EntityKind.PromoCode), "code"),
        ["CodeDatesInOrder"] = (() => Check(Given.Code(), SoundCode with { StartsAt = Day, EndsAt = Day.AddDays(-1) }, EntityKind.PromoCode), "endsAt"),
    };

    public static TheoryData<string> RuleNames { get; } = [.. RuleScan.Find<IMigrationRule>().Where(rule => rule is not IProgramRule).Select(rule => rule.Definition.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void A_broken_record_is_found_at_its_place(string rule)
    {
        Broken.Should().ContainKey(rule);
        var (check, place) = Broken[rule];

        var finding = check().Where(found => FindingCatalogue.Of(found.Code).Name == rule).ToList();

        finding.Should().NotBeEmpty();
        finding.Should().Contain(found => found.Place == place);
        finding.Should().OnlyContain(found => found.Subject != null && found.Entity != null && found.Message.EndsWith('.') && found.Remedy.Length > 0);
    }

    [Fact]
    public void Sound_records_break_no_rule()
    {
        Partner(SoundPartner).Should().BeEmpty();
        Contract(terms => terms).Should().BeEmpty();
        Check(Given.Link(), SoundLink, EntityKind.TrackingLink).Should().BeEmpty();
        Check(Given.Code(), SoundCode, EntityKind.PromoCode).Should().BeEmpty();
    }

    [Fact]
    public void A_program_that_does_not_run_closes_the_gate()
    {
        var program = Given.Program with { Status = ProgramStatus.Setup, NativeStatus = "SETUP", DeepLinking = false, Currency = Currency.Parse("EUR"), PermittedHosts = ["acme.example"] };
        var profile = Given.Profile(("hosts: {}  ", "hosts: {old.example: new.example}  "), ("precedence: [private-special, private, public-special, public, baseline]", "precedence: []"));

        var findings = new ProgramMapping(profile, Given.Target, program, []).ProgramFindings;

        findings.Select(finding => (finding.Code, finding.Severity)).Should().Equal(
            ("BRG-PROGRAM-001", Severity.Blocking),
            ("BRG-PROGRAM-002", Severity.Blocking),
            ("BRG-PROGRAM-003", Severity.Warning),
            ("BRG-PROGRAM-004", Severity.Warning),
            ("BRG-PROGRAM-005", Severity.Warning));
        findings[0].Value.Should().Be("SETUP");
        Given.Mapping().ProgramFindings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("acme.example", true)]
    [InlineData("www.acme.example", true)]
    [InlineData("WWW.Acme.Example", true)]
    [InlineData("a.b.shop.example", true)]
    [InlineData("shop.example", false)]
    [InlineData("acme.example.evil.example", false)]
    public void Permitted_hosts_know_wildcards_and_www(string host, bool allowed) =>
        new PermittedHosts(["acme.example", "*.shop.example"]).Allows(host).Should().Be(allowed);

    [Fact]
    public void No_permitted_hosts_means_no_restriction() => new PermittedHosts([]).Allows("anything.example").Should().BeTrue();

    private static List<Finding> Partner(DesiredPartner desired) => Check(Given.Partner(), desired, EntityKind.Partner);

    private static List<Finding> Contract(Func<Contract, Contract> change) =>
        Check(Given.Contract(Given.Percent(5)), SoundContract with { Terms = change(SoundContract.Terms) }, EntityKind.Contract);

    private static Tiered Tiered(params (decimal From, decimal? UpTo)[] tiers) => new()
    {
        Basis = TierBasis.PeriodCount,
        Tiers = [.. tiers.Select(tier => new Tier(tier.From, tier.UpTo, CommissionAmount.Of(Rate.FromPercent(5))))],
    };

    private static List<Finding> Check<TSource, TDesired>(TSource source, TDesired desired, EntityKind entity)
    {
        var findings = new List<Finding>();
        new RuleSet<TSource, TDesired>(entity, new RuleContext(Given.Profile().Definition, Given.Target, Given.Program)).Check("key", source, desired, findings);
        return findings;
    }
}
