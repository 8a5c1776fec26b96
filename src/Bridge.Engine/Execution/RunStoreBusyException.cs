namespace Bridge.Engine.Execution;

/// <summary>Another process is working on the migration right now.</summary>
/// <param name="owner">Who, as far as it is known.</param>
public sealed class RunStoreBusyException(string owner)
    : Exception($"Another process is working on this migration ({owner}). Wait until it ends, or stop it, and run again.");
