namespace Bridge.Engine.Execution;

/// <summary>Another process has taken over this migration; this one must stop without another call.</summary>
/// <param name="held">Epoch of this process.</param>
/// <param name="current">Epoch of the owner.</param>
public sealed class EpochLostException(OwnerEpoch held, OwnerEpoch current)
    : Exception($"This process owned the migration as number {held.Value}; number {current.Value} has taken over. Nothing more is sent from here.");
