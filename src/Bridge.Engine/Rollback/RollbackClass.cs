using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Rollback;

/// <summary>How an applied step ends in a rollback; each in exactly one class (section 4.1 of the reliability contract).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RollbackClass>))]
public enum RollbackClass
{
    /// <summary>As it was before the run.</summary>
    Restored,

    /// <summary>Cannot be removed but is inert.</summary>
    Compensated,

    /// <summary>A guard refused: somebody changed or replaced it. Untouched.</summary>
    KeptByGuard,

    /// <summary>Stays; declared before the apply.</summary>
    Irreversible,

    /// <summary>Refused by the rail or not settled; stays open.</summary>
    Failed,
}
