using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Conformance;

/// <summary>What every check of a connection must do.</summary>
public abstract class ConnectionCheckSuite
{
    /// <summary>A world in which everything is well.</summary>
    protected abstract IRailWorld NewWorld();

    /// <summary>A world whose connection cannot work.</summary>
    protected abstract IRailWorld BrokenWorld();

    [Fact]
    public async Task Finds_nothing_wrong_with_a_good_connection()
    {
        var checks = await ChecksAsync(NewWorld());

        checks.Should().NotBeEmpty();
        checks.Select(check => check.Problem).OfType<Finding>().Should().BeEmpty();
        checks.Select(check => check.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Names_what_is_wrong_as_a_result_and_not_as_an_exception()
    {
        var checks = await ChecksAsync(BrokenWorld());

        checks.Select(check => check.Problem).OfType<Finding>().Should().Contain(finding => finding.Severity == Severity.Blocking)
            .And.OnlyContain(finding => finding.Message.Length > 0 && finding.Remedy.Length > 0);
    }

    private static async Task<IReadOnlyList<ConnectionCheck>> ChecksAsync(IRailWorld made)
    {
        await using var world = made;
        var checks = new List<ConnectionCheck>();
        await world.RunAsync(async () =>
        {
            await using var rail = world.Open(ClosedWriteGate.Instance);
            await foreach (var check in rail.Port<IConnectionCheck>()!.CheckAsync(CancellationToken.None))
            {
                checks.Add(check);
            }

            world.MutatingCalls.Should().Be(0);
        });
        return checks;
    }
}
