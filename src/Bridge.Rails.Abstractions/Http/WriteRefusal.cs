namespace Bridge.Rails.Abstractions.Http;

/// <summary>Why the send gate stopped a write.</summary>
public enum WriteRefusal
{
    /// <summary>The connection was opened for reading only: dry run, extraction, verification.</summary>
    ReadOnly,

    /// <summary>The write names no journaled intent, or one the journal does not hold open.</summary>
    NoIntent,

    /// <summary>This process no longer owns the migration, or its lease does not outlast the call.</summary>
    LeaseLost,

    /// <summary>The deadline of the intent has passed or does not outlast the call.</summary>
    DeadlinePassed,

    /// <summary>Somebody asked the run to stop.</summary>
    Stopped,
}
