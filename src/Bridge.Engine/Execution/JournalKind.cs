using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution;

/// <summary>What a journal record says.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<JournalKind>))]
public enum JournalKind
{
    /// <summary>A process took over.</summary>
    OwnerTook,

    /// <summary>A plan was stored.</summary>
    PlanStored,

    /// <summary>A plan was approved.</summary>
    Approved,

    /// <summary>A person decided something: an answer to a question or work item.</summary>
    Decided,

    /// <summary>A run began.</summary>
    RunStarted,

    /// <summary>A call is about to be sent.</summary>
    Intended,

    /// <summary>A step was applied, seen or adopted.</summary>
    Applied,

    /// <summary>A call was refused before processing or never sent.</summary>
    NotApplied,

    /// <summary>Nobody can tell how a call ended.</summary>
    Unknown,

    /// <summary>A file pack or work item was handed to a person.</summary>
    Issued,

    /// <summary>A probe saw a waiting step done, declined or done differently.</summary>
    Observed,

    /// <summary>A step cannot be done.</summary>
    Failed,

    /// <summary>A run ended.</summary>
    RunEnded,

    /// <summary>A point to continue from.</summary>
    Checkpoint,
}
