using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>From when a lock or hold period runs.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LockBasis>))]
public enum LockBasis
{
    /// <summary>From the conversion.</summary>
    Tracked,

    /// <summary>From the end of the month of the conversion.</summary>
    MonthEnd,

    /// <summary>From the lock.</summary>
    Locked,

    /// <summary>From the day the customer's payment cleared.</summary>
    CustomerPaid,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
