namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// Decides, immediately before the socket, whether a write may leave. It looks at
/// what is in memory only: nothing may wait between this check and the first byte.
/// </summary>
public interface IWriteGate
{
    /// <summary>Returns when the write may leave: its intent is durable, the lease outlasts the call, nobody asked to stop.</summary>
    /// <exception cref="WriteRefusedException">The write may not leave. Certainly nothing was sent.</exception>
    void Pass(WriteAttempt attempt);
}
