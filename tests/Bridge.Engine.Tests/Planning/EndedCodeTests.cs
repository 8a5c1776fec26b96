using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Snapshots;
using Bridge.Model.Identity;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Tests.Planning;

/// <summary>Codes have an end. A migration lasts for weeks, so some come to it between two plans.</summary>
public sealed class EndedCodeTests
{
    private const string Key = "SAVE11|11";

    [Fact]
    public async Task A_code_that_the_migration_made_and_that_came_to_its_end_is_unchanged()
    {
        var end = SnapshotRig.Noon.AddHours(-2);

        var line = await PlanAsync(end, endedAt: end, made: true);

        line.Should().BeOfType<OutcomeLine>().Which.Should().Match<OutcomeLine>(outcome => outcome.Outcome == Outcome.Unchanged && outcome.TargetId == "c11");
    }

    [Fact]
    public async Task A_code_that_was_ended_before_its_time_is_made_again()
    {
        var line = await PlanAsync(SnapshotRig.Noon.AddDays(30), endedAt: SnapshotRig.Noon.AddDays(-1), made: true);

        line.Should().BeOfType<StepLine>().Which.Step.Should().BeOfType<CreatePromoCode>();
    }

    private static async Task<PlanLine> PlanAsync(DateTimeOffset end, DateTimeOffset? endedAt, bool made)
    {
        var world = PlanWorld.Bench;
        var bench = world with
        {
            Source = world.Source with { Codes = [PlanWorld.Code("SAVE11", "11") with { EndsAt = end }] },
            Target = world.Target with
            {
                Codes = endedAt is null ? [] : [new PromoCode { Id = new PromoCodeId("c11"), Code = "SAVE11", Owner = new PartnerId("T11"), Status = PromoCodeStatus.Expired, EndsAt = endedAt }],
            },
            IdMap = made ? [.. world.IdMap, PlanWorld.Row(EntityKind.PromoCode, Key, "c11")] : world.IdMap,
        };
        var lines = await bench.LinesAsync();
        return lines.Single(line => line is StepLine { Step: { Entity: EntityKind.PromoCode, Source: Key } } or OutcomeLine { Entity: EntityKind.PromoCode, Source: Key });
    }
}
