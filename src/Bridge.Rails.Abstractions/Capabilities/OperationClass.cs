using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>What a rail offers after doubt, see section 3.1 of the reliability contract.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OperationClass>))]
public enum OperationClass
{
    /// <summary>Idempotency key: the same request can be sent again.</summary>
    Key,

    /// <summary>Enforced unique field: at most one object.</summary>
    Unique,

    /// <summary>Full value on a known id: can be sent again after a guard read.</summary>
    Declarative,

    /// <summary>Complete lookup without uniqueness: wait, look, then send again.</summary>
    Probeable,

    /// <summary>Nothing: never sent again by itself.</summary>
    Neither,

    /// <summary>A person acts; a probe observes.</summary>
    Human,
}
