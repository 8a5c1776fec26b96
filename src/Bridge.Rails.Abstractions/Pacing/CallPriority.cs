namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>Lane of a call in the pacer. Rollback goes first; the others share 6 : 3 : 1 while all of them wait.</summary>
public enum CallPriority
{
    /// <summary>Taking something back; before everything else.</summary>
    Rollback,

    /// <summary>Applying a plan.</summary>
    Write,

    /// <summary>Guard reads, probes and verification, on which writes wait.</summary>
    Verify,

    /// <summary>Extraction and everything else.</summary>
    Read,
}
