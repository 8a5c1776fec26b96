using Bridge.Engine.Migrations;
using Bridge.Worker.Schedules;

namespace Bridge.Worker.Tests;

public sealed class CronCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 0 2 * * ?")]
    [InlineData("0 0/30 * * * ?")]
    [InlineData("0 0 9 ? * MON-FRI")]
    [InlineData("0 0 2 L * ?")]
    [InlineData("H H 2 * * ?")]
    public void What_the_scheduler_reads_is_accepted(string cron)
    {
        var check = () => CronCheck.Check(new ScheduleDefinition(cron, null, "Europe/Berlin"), "shop", Now);

        check.Should().NotThrow();
    }

    [Fact]
    public void Both_problems_are_named_at_once()
    {
        var check = () => CronCheck.Check(new ScheduleDefinition("0 61 2 * * ?", "0 0 2 * * ? 2020", "UTC"), "shop", Now);

        var findings = check.Should().Throw<MigrationInvalidException>().Which.Findings;
        findings.Select(finding => finding.Value).Should().Equal("0 61 2 * * ?", "0 0 2 * * ? 2020");
        findings[1].Message.Should().Contain("'schedule.observe'").And.Contain("never fires again");
    }
}
