namespace Bridge.Rails.Abstractions.Http;

/// <summary>The gate of dry runs, extraction and verification: no write passes.</summary>
public sealed class ClosedWriteGate : IWriteGate
{
    private ClosedWriteGate()
    {
    }

    /// <summary>The gate; it has no state.</summary>
    public static ClosedWriteGate Instance { get; } = new();

    /// <inheritdoc/>
    public void Pass(WriteAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        throw new WriteRefusedException(attempt, WriteRefusal.ReadOnly);
    }
}
