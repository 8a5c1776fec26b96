namespace Bridge.Engine.Execution;

/// <summary>Where a run stands.</summary>
/// <param name="Total">Steps of the plan.</param>
/// <param name="Done">Steps with a final state.</param>
/// <param name="Waiting">Steps that wait for people or partners.</param>
/// <param name="Calls">Mutating calls sent by this process.</param>
/// <param name="Activity">What is being done.</param>
public sealed record ExecutionProgress(long Total, long Done, long Waiting, long Calls, ExecutionActivity Activity);
