using Bridge.Model.Collections;

namespace Bridge.Engine.Handoffs;

/// <summary>A file or task that was handed to a person; a document of the run store.</summary>
public sealed record Handoff
{
    /// <summary>Document kind in the run store.</summary>
    public const string Kind = "handoff";

    /// <summary>Form of a file to be uploaded.</summary>
    public const string FilePack = "FilePack";

    /// <summary>Form of a task in the portal.</summary>
    public const string WorkItem = "WorkItem";

    /// <summary>Id; also the name of its files in the outbox.</summary>
    public required string Id { get; init; }

    /// <summary>Run.</summary>
    public required string RunId { get; init; }

    /// <summary><see cref="FilePack"/>, <see cref="WorkItem"/>, or <c>Question</c> about something that only a person can tell.</summary>
    public required string Form { get; init; }

    /// <summary>Portal tool or kind of task.</summary>
    public required string Tool { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>Steps that it stands for.</summary>
    public required ValueList<string> Steps { get; init; }

    /// <summary>Rows of the file that each step takes, in the order of <see cref="Steps"/>; 0 for one that was left out. Empty for what is no file.</summary>
    public ValueList<int> Rows { get; init; } = [];

    /// <summary>Extension of the file, <c>csv</c> or <c>xlsx</c>; null for what is no file, and for files of earlier versions, which are CSV.</summary>
    public string? Extension { get; init; }

    /// <summary>Pack that a question is about; null for everything else.</summary>
    public string? About { get; init; }

    /// <summary>When these steps were first handed out; null for hand-offs of earlier versions.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>How often these steps were handed out before.</summary>
    public int Reissue { get; init; }

    /// <summary>True when a person must answer.</summary>
    public bool NeedsAnswer { get; init; }

    /// <summary>What a probe or an importer found wrong; empty for a first one.</summary>
    public ValueList<string> Wrong { get; init; } = [];

    /// <summary>What is to be known about it, for example columns that no source confirms.</summary>
    public ValueList<string> Notes { get; init; } = [];

    /// <summary>True once its files are in the outbox: a crash in between writes them again.</summary>
    public bool Written { get; init; }

    /// <summary>False once nothing waits for it any more.</summary>
    public bool Open { get; init; } = true;

    /// <summary>Name of the file of a pack in the outbox.</summary>
    public string FileName => $"{Id}.{Extension ?? "csv"}";
}
