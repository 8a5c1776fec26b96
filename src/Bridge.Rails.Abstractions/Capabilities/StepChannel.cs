using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>How a step reaches the target.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StepChannel>))]
public enum StepChannel
{
    /// <summary>A call.</summary>
    Api,

    /// <summary>Rows of a bulk file in the rail's own format that a person uploads.</summary>
    FilePack,

    /// <summary>A task with instructions for the rail's portal.</summary>
    WorkItem,

    /// <summary>Nothing is sent: another step brings it about, a probe sees it.</summary>
    Implied,

    /// <summary>Nothing is sent: only Bridge's own records change (adopting, keeping).</summary>
    None,
}
