using Bridge.Model.Collections;

namespace Bridge.Engine.Handoffs;

/// <summary>A file or task that was handed to a person; a document of the run store.</summary>
public sealed record Handoff
{
    /// <summary>Document kind in the run store.</summary>
    public const string Kind = "handoff";

    /// <summary>Id; also the name of its files in the outbox.</summary>
    public required string Id { get; init; }

    /// <summary>Run.</summary>
    public required string RunId { get; init; }

    /// <summary><c>FilePack</c>, <c>WorkItem</c>, or <c>Question</c> about a call in doubt.</summary>
    public required string Form { get; init; }

    /// <summary>Portal tool or kind of task.</summary>
    public required string Tool { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>Steps that it stands for.</summary>
    public required ValueList<string> Steps { get; init; }

    /// <summary>How often these steps were handed out before.</summary>
    public int Reissue { get; init; }

    /// <summary>True when a person must answer.</summary>
    public bool NeedsAnswer { get; init; }

    /// <summary>What a probe found wrong, for a hand-off that is repeated; empty for a first one.</summary>
    public ValueList<string> Wrong { get; init; } = [];

    /// <summary>True once its files are in the outbox: a crash in between writes them again.</summary>
    public bool Written { get; init; }

    /// <summary>False once nothing waits for it any more.</summary>
    public bool Open { get; init; } = true;
}
