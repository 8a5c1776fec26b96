using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Contracts;

namespace Bridge.Engine.Tests.Planning;

public sealed class ContractComparisonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_offset_of_an_instant_is_no_difference()
    {
        var wanted = Given.Contract(Box(Noon, 5));
        var actual = Given.Contract(Box(Noon.ToOffset(TimeSpan.FromHours(-8)), 5));

        ContractComparison.Differences(wanted, actual).Should().BeEmpty();
    }

    [Fact]
    public void Another_instant_is_one_and_is_shown_with_the_offset_of_its_rail()
    {
        var wanted = Given.Contract(Box(Noon, 5));
        var actual = Given.Contract(Box(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(-8)), 5));

        var difference = ContractComparison.Differences(wanted, actual).Should().ContainSingle().Subject;

        difference.Path.Should().Be("terms[all]");
        difference.Before.Should().Contain("2026-06-01T12:00:00-08:00");
        difference.After.Should().Contain("2026-06-01T12:00:00+00:00");
    }

    private static TimeBoxed Box(DateTimeOffset from, decimal percent) => new() { From = from, Terms = [Given.Percent(percent)] };
}
