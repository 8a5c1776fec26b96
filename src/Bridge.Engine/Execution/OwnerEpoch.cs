namespace Bridge.Engine.Execution;

/// <summary>Proof of ownership of a migration's run state: strictly increasing, checked with every append.</summary>
/// <param name="Value">Number of the owner.</param>
public readonly record struct OwnerEpoch(long Value);
