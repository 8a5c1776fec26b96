using Bridge.Engine.Planning;

namespace Bridge.Engine.Execution.Canaries;

/// <summary>The first write to a target program begins with a canary whose read-back is clean; nothing in bulk goes before it.</summary>
public sealed class CanaryFirst : IWritePrecondition
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<UnmetPrecondition>> CheckAsync(WriteRequest request, CancellationToken cancellationToken)
    {
        var header = request.Plan.Header;
        if (header.Kind != PlanKind.Apply
            || request.Options is { FirstWriteNeedsCanary: false } or { Canary: not null }
            || request.Run is not null
            || await FirstWrite.FindAsync(request.Store, header, cancellationToken) is not null
            || await request.Store.ReadRunsAsync(cancellationToken).AnyAsync(run => run is { Status: RunStatus.Completed, RollsBack: null }, cancellationToken)
            || (await WaveChoice.ChooseAsync(request.Plan, 1, [], cancellationToken)).Count == 0)
        {
            return [];
        }

        return
        [
            new UnmetPrecondition(
                "CanaryMissing",
                $"Nothing was written to program {header.TargetProgram} of account {header.TargetAccount} from here yet.",
                $"Begin with one partner: 'bridge apply {request.Plan.Hash[..8]} --canary 1'. When reading it back is clean, 'bridge resume latest' goes on with the rest. ('execution.firstWrite: open' in bridge.yaml switches this off.)"),
        ];
    }
}
