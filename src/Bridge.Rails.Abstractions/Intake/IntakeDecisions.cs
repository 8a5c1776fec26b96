using Bridge.Model.Collections;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>What <c>bridge inbox</c> found and people answered about the files of one connection.</summary>
public sealed record IntakeDecisions
{
    /// <summary>Version of the form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Hash of the answers that it rests on; null for none.</summary>
    public string? Answers { get; init; }

    /// <summary>Files in order of their names.</summary>
    public required ValueList<IntakeEntry> Files { get; init; }
}
