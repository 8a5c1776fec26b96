namespace Bridge.Engine.Execution;

/// <summary>What one pass over the plan came to.</summary>
/// <param name="Changed">True when a state changed: another pass may find more to do.</param>
/// <param name="Open">Steps without a final state.</param>
/// <param name="Watched">Steps among them that the target may show done without anybody's answer.</param>
/// <param name="Settling">Time until the next step in doubt can be settled or tried again; null when there is none.</param>
internal readonly record struct PassResult(bool Changed, long Open, long Watched, TimeSpan? Settling);
