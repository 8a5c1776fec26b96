namespace Bridge.Rails.Abstractions.Http;

/// <summary>The send gate stopped a write. Nothing was sent; this says nothing about the rail.</summary>
public sealed class WriteRefusedException : Exception
{
    /// <summary>Creates the refusal.</summary>
    public WriteRefusedException(WriteAttempt attempt, WriteRefusal reason)
        : base($"{attempt.Rail} ({attempt.Connection}), {attempt.Operation}: the send gate stopped the write: {Explain(reason)}. Nothing was sent.")
    {
        Attempt = attempt;
        Reason = reason;
    }

    /// <summary>The write that was stopped.</summary>
    public WriteAttempt Attempt { get; }

    /// <summary>Why.</summary>
    public WriteRefusal Reason { get; }

    private static string Explain(WriteRefusal reason) => reason switch
    {
        WriteRefusal.ReadOnly => "this connection is open for reading only",
        WriteRefusal.NoIntent => "it has no journaled intent",
        WriteRefusal.LeaseLost => "this process does not hold the lease long enough",
        WriteRefusal.DeadlinePassed => "its deadline has passed",
        _ => "the run was asked to stop",
    };
}
