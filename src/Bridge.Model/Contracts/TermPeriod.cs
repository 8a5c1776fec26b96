using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>Over what a threshold, cap or recurrence runs.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TermPeriod>))]
public enum TermPeriod
{
    /// <summary>No period: each action stands alone.</summary>
    None,

    /// <summary>Calendar day.</summary>
    Day,

    /// <summary>Calendar week.</summary>
    Week,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>Calendar quarter.</summary>
    Quarter,

    /// <summary>Calendar year.</summary>
    Year,

    /// <summary>Since the contract started.</summary>
    Lifetime,
}
