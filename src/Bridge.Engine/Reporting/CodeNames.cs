using System.Text.Json;

namespace Bridge.Engine.Reporting;

/// <summary>Enum members as they are written in files: camel case.</summary>
internal static class CodeNames
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
