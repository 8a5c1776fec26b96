namespace Bridge.Engine.Execution;

/// <summary>A run must stop and can be resumed: credentials, failure budget, the account on the target.</summary>
/// <param name="reason">Stable code.</param>
/// <param name="message">What happened and what to do.</param>
public sealed class RunStoppedException(string reason, string message) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public string Reason { get; } = reason;
}
