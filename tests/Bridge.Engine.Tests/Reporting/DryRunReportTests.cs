using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Testing.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Reporting;

public sealed class DryRunReportTests
{
    [Fact]
    public async Task Tells_what_blocks_what_stays_and_whom_it_concerns()
    {
        var report = await BuildAsync(SamplePlans.Apply());

        report.Blocking().Should().ContainSingle().Which.Code.Should().Be("BRG-PROGRAM-001");
        report.Irreversible().Sum(group => group.Count).Should().Be(12).And.Be(report.Totals.Irreversible.Sum(count => count.Count));
        report.Notifications().Select(group => (group.SideEffect, group.Action, group.Count)).Should().BeEquivalentTo(
        [
            ("the target mails an invitation", "invite partner by prospect file", 2L),
            ("the target mails an invitation", "create partner by API", 1L),
            ("the target mails an invitation", "invite partner in the portal", 1L),
            ("the target mails the new terms", "switch contract terms", 1L),
            ("the target mails the acceptance", "accept application", 1L),
        ]);
        report.Reasons.Where(group => group.IsConflict()).Select(group => group.Reason).Should().BeEquivalentTo(["SourceConflict", "CodeOwnedByOther", "AmbiguousMatch"]);
        report.Losses.Select(loss => (loss.Code, loss.Fidelity, loss.Count)).Should().Equal(("TierCountExceeded", Fidelity.Dropped, 1L), ("PromotionMethodUnknown", Fidelity.Degraded, 1L));
        var change = report.TermChanges.Should().ContainSingle().Subject;
        change.Contract.Should().BeEquivalentTo(new { Key = "1001:77", Partner = "1001", PartnerName = "Fjord Reviews" });
        change.Changes.Should().Contain(new FieldDifference("commission", "5 % of sale for new customers", "7.5 % of sale for new customers"));
    }

    [Fact]
    public async Task Asks_the_rate_law_for_the_time_of_all_calls()
    {
        var report = await BuildAsync(SamplePlans.Apply());

        report.Forecast.Should().Be(new ApplyForecast { WriteCalls = 10, ReadCalls = 6, LeastTime = TimeSpan.FromSeconds(16), FileRows = 2, PortalTasks = 3 });
    }

    [Fact]
    public async Task Gathers_everything_about_one_partner()
    {
        var report = await BuildAsync(SamplePlans.Apply());

        var partner = report.Partners.Single(section => section.Partner == "1001");
        partner.Should().BeEquivalentTo(new { Name = "Fjord Reviews", TargetId = "88001", Risk = RiskLevel.High });
        partner.Account.Select(change => change.Action).Should().Equal("adopt partner", "set partner's reference values");
        partner.Groups.Should().Equal("VIP");
        partner.Contracts.Should().ContainSingle().Which.Action.Should().Be("switch contract terms");
        partner.LinkCounts.Should().Be(new OutcomeCounts { Created = 1, Updated = 1, Adopted = 1, Blocked = 1 });
        partner.Links.Select(link => link.Source).Should().Equal("L-5", "L-1", "L-2", "L-3");
        partner.Codes.Select(code => code.Label).Should().Equal("+SPRING10", "FJORD5");
        partner.Risks.Should().StartWith("link cannot move: HostNotPermitted").And.Contain("pays something else than now");
    }

    [Fact]
    public async Task Orders_partners_by_risk_and_counts_all_of_them()
    {
        var report = await BuildAsync(SamplePlans.Apply());

        report.PartnerCount.Should().Be(9);
        report.Partners.Select(section => (section.Partner, section.Risk)).Should().Equal(
            ("1007", RiskLevel.High),
            ("1002", RiskLevel.High),
            ("1001", RiskLevel.High),
            ("1005", RiskLevel.High),
            ("1003", RiskLevel.Medium),
            ("1008", RiskLevel.Medium),
            ("1009", RiskLevel.Medium),
            ("1006", RiskLevel.Medium),
            ("1004", RiskLevel.Low));
    }

    [Fact]
    public async Task Reads_a_long_plan_twice_and_keeps_to_its_limits()
    {
        var plan = SamplePlans.Wide(3000);

        var report = await DryRunReport.BuildAsync(plan, _ => TimeSpan.Zero, new ReportLimits { Partners = 7, Examples = 2 }, CancellationToken.None);

        plan.Reads.Should().Be(2);
        report.PartnerCount.Should().Be(3000);
        report.Partners.Select(section => section.Partner).Should().Equal("000000", "000003", "000006", "000009", "000012", "000015", "000018");
        var blocked = report.Reasons.Single();
        blocked.Count.Should().Be(1000);
        blocked.Examples.Select(example => example.Key).Should().Equal("000000", "000003");
    }

    [Fact]
    public void The_heaviest_partners_are_the_same_in_every_order_of_lines()
    {
        var lines = Gen.Choose(0, 30).Select(number => $"p{number:D2}").Zip(Gen.Choose(0, 5)).ListOf().ToArbitrary();

        Prop.ForAll(lines, pairs =>
        {
            var top = new TopPartners(5);
            foreach (var (partner, score) in pairs)
            {
                top.Add(partner, score);
            }

            var expected = pairs.GroupBy(pair => pair.Item1).Select(group => (Partner: group.Key, Score: group.Max(pair => pair.Item2)))
                .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Partner, StringComparer.Ordinal).Take(5);
            return top.Heaviest.SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_rollback_is_told_by_the_partners_on_the_target()
    {
        var report = await BuildAsync(SamplePlans.Rollback());

        report.Partners.Select(section => section.Partner).Should().Equal("88001");
        report.Totals.Entities.Should().OnlyContain(totals => totals.Extracted == 0 && totals.Balanced());
        report.Irreversible().Select(group => (group.Kind, group.Count)).Should().Equal(("keep", 1L), ("keep", 1L));
        report.Steps.Should().Contain(group => group.Action == "keep link" && group.Examples[0].Entity == EntityKind.TrackingLink);
    }

    private static Task<DryRunReport> BuildAsync(IPlanSource plan) =>
        DryRunReport.BuildAsync(plan, calls => TimeSpan.FromSeconds(calls), new ReportLimits(), CancellationToken.None);
}
