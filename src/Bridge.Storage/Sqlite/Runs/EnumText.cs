using System.Text.Json;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>Camel-case names of an enum, as its JSON has them.</summary>
internal static class EnumText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    private static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(TEnum value) => Names[value];

    public static TEnum Parse(object name) => Values[(string)name];

    public static bool TryParse(string name, out TEnum value) => Values.TryGetValue(name, out value);
}
