namespace Bridge.Engine.Execution;

/// <summary>State of one step in one run.</summary>
public sealed record StepRow
{
    /// <summary>Run.</summary>
    public required string RunId { get; init; }

    /// <summary>Step.</summary>
    public required string StepId { get; init; }

    /// <summary>State.</summary>
    public required StepState State { get; init; }

    /// <summary>Attempts so far.</summary>
    public int Attempt { get; init; }

    /// <summary>Object on the target (native id, or tracking URL of a link); null while there is none.</summary>
    public string? TargetId { get; init; }

    /// <summary>Code of a problem (<c>PartnerDeclined</c>, <c>RailRejected</c>, ...); null when there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>The problem in one sentence, free of personal data; null when there is none.</summary>
    public string? Message { get; init; }

    /// <summary>When the state was reached; the start of settle and waiting times.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the intent of the last attempt was journaled; null when there was none.</summary>
    public DateTimeOffset? IntendedAt { get; init; }

    /// <summary>File pack or work item that it waits for; null otherwise.</summary>
    public string? HandoffId { get; init; }
}
