using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution;

/// <summary>Where a step of a run stands. Its transitions are in StepTransitions.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StepState>))]
public enum StepState
{
    /// <summary>An intent is durable, its outcome is not known yet.</summary>
    Intended,

    /// <summary>Done by a call, or observed after a person did it.</summary>
    Applied,

    /// <summary>Taken over without a call.</summary>
    Adopted,

    /// <summary>Handed to a person, or waiting for a partner.</summary>
    Waiting,

    /// <summary>Refused before processing or never sent; may be tried again.</summary>
    NotApplied,

    /// <summary>Nobody can tell; waits for its settle time and a look.</summary>
    Unknown,

    /// <summary>Cannot be settled without a person.</summary>
    NeedsHuman,

    /// <summary>The partner refused.</summary>
    Declined,

    /// <summary>The target differs from what the plan expects; nothing was overwritten.</summary>
    Conflict,

    /// <summary>Cannot be done.</summary>
    Failed,

    /// <summary>Not attempted because a step that it depends on did not succeed.</summary>
    Blocked,

    /// <summary>Not done because a person cancelled the run.</summary>
    Cancelled,
}
