namespace Bridge.Worker;

/// <summary>The worker cannot start; the message says why and what to do.</summary>
/// <param name="message">What is wrong, and the remedy.</param>
/// <param name="cause">The cause; null when there is none beneath.</param>
public sealed class WorkerStartException(string message, Exception? cause = null) : Exception(message, cause);
