using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Model.Json;

/// <summary>Writes an enum by its camel-case name; numbers are refused.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
