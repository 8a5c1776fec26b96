using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>One file or sheet of the inbox and what became of it.</summary>
public sealed record InboxItem
{
    /// <summary>What was seen.</summary>
    public required FileLook Look { get; init; }

    /// <summary>What it is taken for; null while nobody knows or when it is not read.</summary>
    public KindProposal? Taken { get; init; }

    /// <summary>Why it is taken for that, or why it is not read.</summary>
    public required string Why { get; init; }

    /// <summary>True when people have to say something before it can be read.</summary>
    public bool Waits { get; init; }

    /// <summary>The pass over the whole file; null when it was not read.</summary>
    public TableScan? Scan { get; init; }

    /// <summary>Kind, when there is one.</summary>
    public TableSchema? Schema => Taken?.Schema;
}
