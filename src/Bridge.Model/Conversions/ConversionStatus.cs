using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Conversions;

/// <summary>State of a conversion.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ConversionStatus>))]
public enum ConversionStatus
{
    /// <summary>Can still change.</summary>
    Pending,

    /// <summary>Is approved or locked.</summary>
    Approved,

    /// <summary>Was cancelled.</summary>
    Reversed,

    /// <summary>Is a correction row that adds to an earlier one.</summary>
    Correction,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
