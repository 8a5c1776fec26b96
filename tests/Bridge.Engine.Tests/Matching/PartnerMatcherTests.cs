using Bridge.Engine.Execution;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Matching;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Matching;

public sealed class PartnerMatcherTests
{
    private static readonly MatchSection Rules = Given.Profile().Definition.Match;
    private readonly List<Finding> findings = [];

    [Fact]
    public async Task Finds_by_reference_before_domain_before_email()
    {
        Partner[] target =
        [
            Target("T1", value1: "4711"),
            Target("T2", url: "https://fjord-4711.example"),
            Target("T3", email: 1),
            Target("T4", url: "https://fjord-4712.example/x"),
            Target("T5", email: 2),
            Target("T6", email: 3),
        ];

        var matches = await MatchAsync(target, [Given.Partner("4711", 1), Given.Partner("4712", 2), Given.Partner("4713", 3), Given.Partner("4714", 4)]);

        matches.Select(match => (match.Kind, match.TargetId, match.Strategy)).Should().Equal(
            (MatchKind.Matched, "T1", "reference"),
            (MatchKind.Matched, "T4", "domain"),
            (MatchKind.Matched, "T6", "email"),
            (MatchKind.None, null, null));
        matches[0].Evidence.Should().Be("rakuten.sid 4711 is its impact.value1");
        matches[1].Evidence.Should().Be("host fjord-4712.example");
        matches[1].Location.Should().Be(new RecordLocation(1, 3, 10));
        matches[2].Evidence.Should().Be("e-mail Email#00000000");
    }

    [Fact]
    public async Task The_overrides_file_comes_first()
    {
        var overrides = Overrides("source,target\n1,T9\n2,new\n3,skip\n4,T8\n");
        Partner[] target = [Target("T1", value1: "1"), Target("T2", value1: "2"), Target("T3", value1: "3"), Target("T9")];

        var matches = await MatchAsync(target, [Given.Partner("1"), Given.Partner("2"), Given.Partner("3"), Given.Partner("4")], overrides);

        matches.Select(match => (match.Kind, match.TargetId)).Should().Equal(
            (MatchKind.Matched, "T9"), (MatchKind.DeclaredNew, null), (MatchKind.DeclaredSkip, null), (MatchKind.Ambiguous, null));
        matches[0].Evidence.Should().Be("the overrides file names it");
        findings.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BRG-MATCH-005" && finding.Place == "o.csv, row of '4'" && finding.Value == "T8");
    }

    [Fact]
    public async Task Overrides_of_partners_that_do_not_move_are_warned_about()
    {
        await MatchAsync([Target("T1")], [Given.Partner("1")], Overrides("source,target\n7,T1\n8,skip\n"));

        findings.Select(finding => (finding.Code, finding.Severity, finding.Place)).Should().Equal(
            ("BRG-MATCH-006", Severity.Warning, "o.csv, row of '7'"), ("BRG-MATCH-006", Severity.Warning, "o.csv, row of '8'"));
    }

    [Fact]
    public async Task The_id_map_comes_second_and_rows_of_lost_partners_say_nothing()
    {
        var matches = await MatchAsync(
            [Target("T1", value1: "1"), Target("T2"), Target("T3", value1: "3")],
            [Given.Partner("1"), Given.Partner("3")],
            idMap: [Row("1", "T2"), Row("3", "T-gone")]);

        matches.Select(match => (match.TargetId, match.Strategy)).Should().Equal(("T2", "idMap"), ("T3", "reference"));
    }

    [Fact]
    public async Task A_target_partner_is_never_given_twice()
    {
        var twins = new[] { WithSite(Given.Partner("1", 1), "https://twin.example"), WithSite(Given.Partner("2", 2), "http://www.twin.example/b") };

        var matches = await MatchAsync([Target("T1", url: "twin.example")], twins);

        matches.Should().OnlyContain(match => match.Kind == MatchKind.Ambiguous && match.TargetId == null && match.Candidates.Single() == "T1");
        matches[0].Evidence.Should().Be("Several partners of the source look like 'T1' on the target (host twin.example).");
    }

    [Fact]
    public async Task What_a_person_or_an_earlier_run_decided_stands_beside_a_rival()
    {
        Partner[] twins = [WithSite(Given.Partner("1", 1), "https://twin.example"), WithSite(Given.Partner("2", 2), "https://twin.example")];
        Partner[] target = [Target("T1", url: "twin.example")];

        var decided = await MatchAsync(target, twins, Overrides("source,target\n1,T1\n"));
        var recorded = await MatchAsync(target, twins, idMap: [Row("2", "T1")]);

        decided.Select(match => match.Kind).Should().Equal(MatchKind.Matched, MatchKind.Ambiguous);
        recorded.Select(match => match.Kind).Should().Equal(MatchKind.Ambiguous, MatchKind.Matched);
    }

    [Fact]
    public async Task Several_partners_of_the_target_are_a_question()
    {
        var matches = await MatchAsync([Target("T2", email: 1), Target("T1", email: 1)], [Given.Partner("1", 1)]);

        matches.Single().Kind.Should().Be(MatchKind.Ambiguous);
        matches.Single().Candidates.Should().Equal("T1", "T2");
    }

    [Fact]
    public async Task Another_reference_on_the_target_turns_a_likeness_into_a_question()
    {
        var matches = await MatchAsync([Target("T1", value1: "999", email: 1)], [Given.Partner("1", 1)]);

        matches.Single().Kind.Should().Be(MatchKind.Ambiguous);
        matches.Single().Evidence.Should().Contain("carries another impact.value1");
    }

    [Theory]
    [InlineData("https://www.facebook.com/fjord")]
    [InlineData("https://m.youtube.com/fjord")]
    [InlineData("https://sites.google.com/x")]
    [InlineData("https://wordpress.com/x")]
    [InlineData("https://a.whitelabel.example/x")]
    public async Task Shared_hosts_never_match(string url)
    {
        var rules = Given.Profile(("sharedDomains: []", "sharedDomains: [whitelabel.example]")).Definition.Match;

        var matches = await MatchAsync([Target("T1", url: url)], [WithSite(Given.Partner("1"), url)], rules: rules);

        matches.Single().Kind.Should().Be(MatchKind.None);
    }

    [Fact]
    public async Task A_blog_under_its_hosters_name_does_match() =>
        (await MatchAsync([Target("T1", url: "https://fjord.blogspot.com")], [WithSite(Given.Partner("1"), "fjord.blogspot.com/2026")])).Single().TargetId.Should().Be("T1");

    [Fact]
    public async Task A_closed_account_is_found_by_reference_alone()
    {
        Partner[] closed = [Target("T1", value1: "1") with { Status = PartnerStatus.Closed }, Target("T2", email: 2) with { Status = PartnerStatus.Closed }];

        var matches = await MatchAsync(closed, [Given.Partner("1", 1), Given.Partner("2", 2)]);

        matches.Select(match => match.TargetId).Should().Equal("T1", null);
    }

    [Fact]
    public void Order_changes_nothing_and_nobody_is_given_twice()
    {
        var sources =
            from sid in Gen.Choose(1, 6)
            from email in Gen.Choose(1, 4)
            from site in Gen.Choose(1, 4)
            select WithSite(Given.Partner($"{sid}", email), $"https://s{site}.example");
        var targets =
            from value in Gen.Choose(0, 6)
            from email in Gen.Choose(0, 4)
            from site in Gen.Choose(0, 4)
            select (value, email, site);

        Check.QuickThrowOnFailure(Prop.ForAll(sources.ListOf().ToArbitrary(), targets.ListOf().ToArbitrary(), ArbMap.Default.ArbFor<int>(), (source, target, seed) =>
        {
            var partners = source.DistinctBy(partner => partner.Id).ToArray();
            var known = target.Select((one, index) => Target(
                $"T{index}",
                one.value == 0 ? null : $"{one.value}",
                one.site == 0 ? null : $"https://s{one.site}.example",
                one.email == 0 ? null : one.email)).ToArray();
            var shuffled = partners.ToArray();
            new Random(seed).Shuffle(shuffled);
            var straight = MatchAsync(known, partners).GetAwaiter().GetResult();
            var other = MatchAsync(known, shuffled).GetAwaiter().GetResult();

            var given = straight.Where(match => match.Kind == MatchKind.Matched).Select(match => match.TargetId).ToList();
            return given.Distinct().Count() == given.Count
                && partners.Zip(straight).OrderBy(pair => pair.First.Id.Value, StringComparer.Ordinal).Select(pair => pair.Second)
                    .SequenceEqual(shuffled.Zip(other).OrderBy(pair => pair.First.Id.Value, StringComparer.Ordinal).Select(pair => pair.Second));
        }));
    }

    private static Partner Target(string id, string? value1 = null, string? url = null, int? email = null) => new()
    {
        Id = new PartnerId(id),
        Name = id,
        Status = PartnerStatus.Active,
        References = value1 is null ? [] : [new ExternalReference("impact.value1", value1)],
        WebProperties = url is null ? [] : [new WebProperty(url)],
        Contacts = email is { } number ? [new Contact { Email = Given.Personal(PersonalKind.Email, number) }] : [],
    };

    private static Partner WithSite(Partner partner, string url) => partner with { WebProperties = [new WebProperty(url)] };

    private static IdMapRow Row(string source, string target) => new() { Entity = EntityKind.Partner, Source = source, Target = target, Created = true, RunId = "r1" };

    private OverridesFile Overrides(string text) => OverridesFile.Parse(text, "o.csv", findings);

    private async Task<List<PartnerMatch>> MatchAsync(
        Partner[] target, Partner[] source, OverridesFile? overrides = null, IdMapRow[]? idMap = null, MatchSection? rules = null)
    {
        var index = await TargetPartnerIndex.BuildAsync(
            rules ?? Rules,
            target.Select((partner, place) => new SnapshotRecord<Partner>(partner, new RecordLocation(1, place, 10), "")).ToAsyncEnumerable(),
            CancellationToken.None);
        var matcher = await PartnerMatcher.PrepareAsync(
            index, overrides ?? OverridesFile.None, (idMap ?? []).ToAsyncEnumerable(), source.ToAsyncEnumerable(), findings, CancellationToken.None);
        return [.. source.Select(matcher.Match)];
    }
}
