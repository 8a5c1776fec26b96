using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact;

namespace Bridge.Rails.Tests.Impact;

public sealed class ImpactSettingsTests
{
    private static readonly Dictionary<string, string> Good = new() { ["accountSid"] = "IRacme", ["authToken"] = "env:T", ["programId"] = "1000" };

    [Fact]
    public async Task Describes_itself_without_credentials()
    {
        await using var rail = Connection(Good).Open(new ImpactRailModule(), ClosedWriteGate.Instance);

        rail.Describe().Should().Be("impact.com program 1000 of account IRacme at api.impact.com (Brand API v14, reads only)");
        rail.Connection.Should().Be("acme-rail");
        rail.RateBudget!.Account.Should().Be("impact:IRacme");
        rail.RateBudget.Budgets().Single().AccountLimit.Should().Be(1000);
    }

    [Fact]
    public void Collects_every_problem_at_once()
    {
        var findings = Problems(new() { ["programId"] = "IRacme", ["authToken"] = "plain-secret-text", ["agencySid"] = "IRagency", ["pageSize"] = "5000", ["baseUrl"] = "http://api.impact.com", ["colour"] = "blue", ["currency"] = "EURO" });

        findings.Select(finding => finding.Code).Should().BeEquivalentTo(
            "BRG-SET-010", "BRG-SET-010", "BRG-SET-010", "BRG-SET-008", "BRG-SET-006", "BRG-SET-005", "BRG-SET-003");
        findings.Should().OnlyContain(finding => finding.Severity == Severity.Blocking && finding.Place == "bridge.yaml:1:1" && finding.Remedy.Length > 0);
        string.Join('\n', findings).Should().NotContain("plain-secret-text").And.Contain("'programId'").And.Contain("'agencySid' and 'advertiserId'").And.Contain("'currency'");
    }

    [Fact]
    public void A_missing_secret_is_named_by_its_reference()
    {
        var findings = Problems(new(Good) { ["authToken"] = "env:NOWHERE" });

        findings.Single().ToString().Should().Contain("env:NOWHERE");
    }

    [Fact]
    public void An_address_with_a_path_is_refused()
    {
        var findings = Problems(new(Good) { ["baseUrl"] = "https://proxy.example/impact" });

        findings.Single().Message.Should().Contain("must name the host alone");
    }

    [Fact]
    public void An_agency_needs_no_SID_of_the_brand()
    {
        Problems(new() { ["authToken"] = "env:T", ["programId"] = "1000", ["agencySid"] = "IRagency", ["advertiserId"] = "1048291" }).Should().BeEmpty();
    }

    [Fact]
    public void Every_documented_setting_is_known_and_every_known_one_is_documented()
    {
        var all = ImpactOptions.Descriptors.ToDictionary(setting => setting.Key, setting => setting.Example.StartsWith("env:", StringComparison.Ordinal) ? "env:" + setting.Key : setting.Example);

        Problems(all).Should().BeEmpty();
        Problems(new(Good) { ["colour"] = "blue" }).Single().Remedy.Should().Contain(string.Join(", ", ImpactOptions.Descriptors.Select(setting => setting.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_token_for_writes_may_be_missing_until_something_is_written_and_is_another_one_than_the_token_that_reads()
    {
        var same = Problems(new(Good) { ["writeToken"] = "env:T" });
        await using var later = Connection(new(Good) { ["writeToken"] = "env:NOT_YET" }).Open(new ImpactRailModule(), ClosedWriteGate.Instance);
        await using var never = Connection(Good).Open(new ImpactRailModule(), ClosedWriteGate.Instance);
        await using var now = Connection(new(Good) { ["writeToken"] = "env:writeToken" }).Open(new ImpactRailModule(), ClosedWriteGate.Instance);

        same.Single().Message.Should().Contain("one and the same token");
        later.Port<IWriteIdentity>()!.Missing!.Value.Should().Be("env:NOT_YET");
        never.Port<IWriteIdentity>()!.Missing!.Remedy.Should().Contain("writeToken: env:IMPACT_WRITE_TOKEN");
        now.Port<IWriteIdentity>()!.Missing.Should().BeNull();
        Problems(new(Good) { ["writeToken"] = "plain-secret-text" }).Single().Code.Should().Be("BRG-SET-008");
    }

    private static RailConnection Connection(Dictionary<string, string> settings) =>
        new() { Settings = settings, Secrets = new Dictionary<string, string> { ["T"] = "secret-of-acme", ["authToken"] = "reads", ["writeToken"] = "writes" } };

    private static List<Finding> Problems(Dictionary<string, string> settings)
    {
        var findings = new List<Finding>();
        var rail = Connection(settings).TryOpen(new ImpactRailModule(), ClosedWriteGate.Instance, findings);
        (rail is null).Should().Be(findings.Count > 0);
        return findings;
    }
}
