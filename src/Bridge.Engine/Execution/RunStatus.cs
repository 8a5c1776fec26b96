using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution;

/// <summary>State of a run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>In progress, or interrupted: it can be resumed.</summary>
    Running,

    /// <summary>Everything that can be done now is done; people or partners are next.</summary>
    WaitingOnPeople,

    /// <summary>Every step has a final state.</summary>
    Completed,

    /// <summary>Stopped by a person, a failure budget or an error; it can be resumed.</summary>
    Stopped,

    /// <summary>Ended for good by a person; what was not begun is cancelled.</summary>
    Cancelled,
}
