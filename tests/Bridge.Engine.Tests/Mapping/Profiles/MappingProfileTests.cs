using System.Text.Json;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Yaml;
using Bridge.Model.Findings;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Capabilities;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Mapping.Profiles;

public sealed class MappingProfileTests
{
    private readonly List<Finding> findings = [];

    [Fact]
    public void The_shipped_profile_is_read_without_a_finding()
    {
        var profile = Load(Given.ShippedProfile);

        findings.Should().BeEmpty();
        var definition = profile!.Definition;
        definition.Identity.Should().Be(new ProfileIdentity { Name = "Rakuten Advertising to impact.com", From = "rakuten", To = "impact", Version = 1 });
        definition.Scope.PartnerStatuses.Should().Equal(PartnerStatus.Active);
        definition.Scope.LinkStatuses.Should().BeEquivalentTo([LinkStatus.Active, LinkStatus.Unknown]);
        definition.Match.Strategies.Should().Equal(
            new MatchStrategy(MatchWay.Reference, "rakuten.sid", "impact.value1"),
            new MatchStrategy(MatchWay.Reference, "rakuten.encryptedId", "impact.value2"),
            new MatchStrategy(MatchWay.Domain),
            new MatchStrategy(MatchWay.Email));
        definition.Partners.References[0].Should().Be(new ReferenceRule("impact.value1", "rakuten.sid"));
        definition.Partners.Entry.Select(way => way.Way).Should().Equal(PartnerEntry.CreateDirectly, PartnerEntry.ProspectFile, PartnerEntry.InviteInPortal);
        definition.Contracts.Precedence.Should().Equal("private-special", "private", "public-special", "public", "baseline");
        definition.Links.SubIds.Ignore["subid"].Should().BeEquivalentTo(["0", "LSNSUBSITE"]);
        definition.OnLoss.ActionOn(LossCodes.ScopeUnsupported).Should().Be(LossAction.Block);
        definition.OnLoss.ActionOn(LossCodes.WindowUnsupported).Should().Be(LossAction.RequireApproval);
        definition.Gates.MaxBlockedShare.Should().Be(0.25m);
        profile.Hash.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public void Reports_every_mistake_at_once_with_line_column_and_suggestion()
    {
        var profile = Load(Given.Changed(
            ("statuses: [active]  # applied", "statuses: [activ]  # applied"),
            ("  precedence: [", "  precedense: ["),
            ("  websiteScheme: https", "  websiteScheme: ftp"),
            ("impact.value2, source", "impact.value9, source"),
            ("default: USD", "default: USB"),
            ("subid: subId2", "subid: subId1"),
            ("clickWindow: source", "clickWindow: 30d"),
            ("tooLong: block", "tooLong: [block]"),
            ("maxBlockedShare: 0.25", "maxBlockedShare: 25")));

        profile.Should().BeNull();
        findings.Select(finding => finding.Code).Should().BeEquivalentTo(
            "BRG-YAML-013", "BRG-YAML-010", "BRG-YAML-013", "BRG-PROFILE-003", "BRG-YAML-015", "BRG-PROFILE-008", "BRG-YAML-015", "BRG-YAML-012", "BRG-YAML-014");
        findings.Should().OnlyContain(finding => finding.Severity == Severity.Blocking && finding.Place!.StartsWith("p.yaml:"));
        Place("BRG-YAML-010").Should().Be(PlaceOf("precedense", 1));
        findings.Single(finding => finding.Code == "BRG-YAML-010").Remedy.Should().StartWith("Did you mean 'precedence'?");
        findings.Single(finding => finding.Value == "activ").Remedy.Should().Be("Did you mean 'active'?");
        findings.Single(finding => finding.Code == "BRG-PROFILE-008").Message.Should().Be("subid and u1 would both become 'subId1'.");
        findings.Single(finding => finding.Value == "30d").Message.Should().Contain("contracts.clickWindow");
    }

    [Theory]
    [InlineData("BRG-PROFILE-001", "from: rakuten", "from: awin")]
    [InlineData("BRG-PROFILE-002", "statuses: [active]  # applied", "statuses: []  # applied")]
    [InlineData("BRG-PROFILE-003", "target: impact.value1}", "target: impact.value7}")]
    [InlineData("BRG-PROFILE-004", "target: impact.value2, source", "target: impact.value1, source")]
    [InlineData("BRG-PROFILE-005", "- {by: domain}", "- {by: domain, source: x}")]
    [InlineData("BRG-PROFILE-005", "- {by: email}", "- {by: domain}")]
    [InlineData("BRG-PROFILE-006", "way: prospectFile", "way: inviteInPortal")]
    [InlineData("BRG-PROFILE-008", "u1: subId1", "u1: clickref")]
    [InlineData("BRG-PROFILE-009", "hosts: {}", "hosts: {a.example: https://b.example}")]
    [InlineData("BRG-PROFILE-009", "hosts: {}", "hosts: {a.example: b.example, b.example: c.example}")]
    [InlineData("BRG-PROFILE-010", "{name} ({id})", "{name} {goid} {id}")]
    [InlineData("BRG-PROFILE-010", "{name} ({id})", "{name}")]
    [InlineData("BRG-PROFILE-011", "public, baseline]", "public, public]")]
    [InlineData("BRG-PROFILE-012", "templates: {}", "templates: {\"5\": {tierBasis: orderValue, tierPeriod: month}}")]
    [InlineData("BRG-YAML-002", "websiteScheme: https", "websiteScheme: https\n  websiteScheme: http")]
    [InlineData("BRG-YAML-003", "prefix: \"\"", "prefix: &x y")]
    [InlineData("BRG-YAML-011", "creditPolicy: WINNER", "askedFor: x")]
    [InlineData("BRG-YAML-015", "country: US", "country: USA")]
    public void A_profile_that_breaks_a_rule_is_not_used(string code, string from, string to)
    {
        Load(Given.Changed((from, to))).Should().BeNull();

        findings.Should().Contain(finding => finding.Code == code && finding.Severity == Severity.Blocking && finding.Remedy.Length > 0);
        findings.Should().OnlyContain(finding => finding.Place!.StartsWith("p.yaml:"));
    }

    [Theory]
    [InlineData("BRG-PROFILE-007", "needs: []", "needs: [website]")]
    [InlineData("BRG-PROFILE-007", "needs: [email]\n", "needs: []\n")]
    [InlineData("BRG-PROFILE-013", "templates: {}", "templates: {\"5\": {id: 1}, \"6\": {id: 1}}")]
    public void A_doubtful_profile_is_used_with_a_warning(string code, string from, string to)
    {
        Load(Given.Changed((from, to))).Should().NotBeNull();

        findings.Should().OnlyContain(finding => finding.Code == code && finding.Severity == Severity.Warning);
    }

    [Fact]
    public void Comments_quotes_and_JSON_do_not_change_the_hash()
    {
        var json = JsonOf(Tree(), new Random(1), shuffle: false);

        Load(json)!.Hash.Should().Be(Load(Given.ShippedProfile)!.Hash);
        Load(Given.ShippedProfile.Replace("to: impact\n", "to: 'impact' # target\n", StringComparison.Ordinal))!.Hash.Should().Be(Load(json)!.Hash);
        findings.Should().BeEmpty();
    }

    [Fact]
    public void The_order_of_keys_does_not_change_the_hash() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed => Load(JsonOf(Tree(), new Random(seed), shuffle: true))!.Hash == Load(Given.ShippedProfile)!.Hash));

    [Fact]
    public void Every_changed_value_changes_the_hash()
    {
        var hashes = new[] { ("version: 1", "version: 2"), ("u1: subId1", "u1: subId3"), ("{by: domain}\n", "{by: email}\n"), ("maxBlockedShare: 0.25", "maxBlockedShare: 0.3") }
            .Select(change => change.Item1.StartsWith('{')
                ? Load(Given.Changed(("    - {by: email}", "    - {by: domain }"), ("{by: domain} ", "{by: email} ")))!.Hash
                : Load(Given.Changed(change))!.Hash)
            .Append(Load(Given.ShippedProfile)!.Hash);

        hashes.Should().OnlyHaveUniqueItems();
    }

    private static YamlNode Tree() => YamlTree.Parse(Given.ShippedProfile, "p.yaml", new List<Finding>())!;

    private static string JsonOf(YamlNode node, Random random, bool shuffle)
    {
        switch (node)
        {
            case YamlMapping mapping:
                var entries = mapping.Entries.ToArray();
                if (shuffle)
                {
                    random.Shuffle(entries);
                }

                return "{" + string.Join(",", entries.Select(entry => $"{Quoted(entry.Key)}: {JsonOf(entry.Value, random, shuffle)}")) + "}";
            case YamlSequence sequence:
                return "[" + string.Join(",", sequence.Items.Select(item => JsonOf(item, random, shuffle))) + "]";
            default:
                return Quoted(((YamlScalar)node).Text);
        }
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private MappingProfile? Load(string text) => MappingProfile.Load(text, "p.yaml", Given.Source, Given.Target, findings);

    private string? Place(string code) => findings.Single(finding => finding.Code == code).Place;

    private static string PlaceOf(string text, int offset)
    {
        var lines = Given.ShippedProfile.Replace("precedence: [", "precedense: [", StringComparison.Ordinal).Split('\n');
        var line = Array.FindIndex(lines, candidate => candidate.Contains(text, StringComparison.Ordinal));
        return $"p.yaml:{line + 1}:{lines[line].IndexOf(text, StringComparison.Ordinal) + offset}";
    }
}
