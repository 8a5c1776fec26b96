using System.Text.Json.Serialization;
using Bridge.Engine.Planning;

namespace Bridge.Cli.Demo;

/// <summary>What <c>bridge demo --json</c> prints. Entities, dry run, plan and verification speak of the first apply, truth of the whole demo.</summary>
internal sealed record DemoResult
{
    /// <summary>The conservation rule, by entity.</summary>
    public required IReadOnlyDictionary<string, DemoEntity> Entities { get; init; }

    /// <summary>The dry run.</summary>
    public required DemoDryRun DryRun { get; init; }

    /// <summary>The plan.</summary>
    public required DemoPlan Plan { get; init; }

    /// <summary>The verification.</summary>
    public required DemoVerification Verify { get; init; }

    /// <summary>The rollback.</summary>
    public required DemoRollback Rollback { get; init; }

    /// <summary>The second apply.</summary>
    public required DemoSecondApply Again { get; init; }

    /// <summary>What the simulated rail says itself.</summary>
    public required DemoTruth Truth { get; init; }

    /// <summary>How the rail's rate limit was used.</summary>
    public required DemoRates Rates { get; init; }

    /// <summary>How much faster than real the simulated clock ran.</summary>
    public required decimal ClockFactor { get; init; }

    /// <summary>Real seconds.</summary>
    public required decimal Seconds { get; init; }

    /// <summary>Path of the report page of the first apply.</summary>
    public required string Report { get; init; }

    /// <summary>Everything that did not go as it must; empty for a demo that proves what it says.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}

internal sealed record DemoEntity(long Extracted, long Created, long Updated, long Unchanged, long Adopted, long Skipped, long Blocked, long Manual, bool Balanced)
{
    public static DemoEntity Of(EntityTotals totals) => new(
        totals.Extracted, totals.Created, totals.Updated, totals.Unchanged, totals.Adopted, totals.Skipped, totals.Blocked, totals.Manual, totals.Balanced());
}

internal sealed record DemoDryRun(long MutatingCalls);

internal sealed record DemoPlan(string Hash, long Steps);

internal sealed record DemoVerification(long Differences, long Proved, long ByReceipt, IReadOnlyDictionary<string, long> Explained);

internal sealed record DemoRollback(long Applied, long Restored, long Compensated, long KeptByGuard, long Irreversible, long Failed);

internal sealed record DemoSecondApply(long Created, long Adopted, long Differences);

internal sealed record DemoTruth(int Duplicates, int Missing, int UnplannedMutations, int CodesExpired, int GroupsRestored, int PartnersRestored, IReadOnlyList<string> Refused, IReadOnlyList<string> Mistakes);

/// <param name="BusiestHour">Most requests that the rail received within any hour of its own clock, refused ones included.</param>
/// <param name="Allowed">Bridge's share of the rail's hourly limit.</param>
internal sealed record DemoRates(int BusiestHour, int Allowed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DemoResult))]
internal sealed partial class DemoJson : JsonSerializerContext;
