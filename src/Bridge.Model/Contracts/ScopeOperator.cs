using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>How a scope condition compares.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ScopeOperator>))]
public enum ScopeOperator
{
    /// <summary>Equals one of the values.</summary>
    Is,

    /// <summary>Equals none of the values.</summary>
    IsNot,

    /// <summary>Contains one of the values.</summary>
    Contains,
}
