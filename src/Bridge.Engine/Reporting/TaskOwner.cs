using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Reporting;

/// <summary>Who has to act before something that waits can go on.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TaskOwner>))]
public enum TaskOwner
{
    /// <summary>Who works in the target's portal: uploads file packs, does work items.</summary>
    Operator,

    /// <summary>The partner: has an invitation or new terms to accept.</summary>
    Partner,

    /// <summary>Who decides: an ambiguous match, an outcome that nobody can tell.</summary>
    Reviewer,

    /// <summary>Nobody: the run goes on by itself when it is resumed.</summary>
    Bridge,
}
