using System.Text.Json;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>
/// Tolerant reading of a rail's JSON: numbers in strings, "" for null, one object where a list is promised, ids with leading
/// zeros, names that change between versions. What is tolerated is the form; an unreadable value is a
/// <see cref="RailFieldException"/> that names the field and not the value.
/// </summary>
public static class RailJson
{
    /// <summary>
    /// The first of some members that is there and neither null nor an empty string; null when there is none, or when the
    /// element is no object. Several names serve rails that renamed a field.
    /// </summary>
    public static JsonElement? Member(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var member) && !IsNothing(member))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>A text; a number or flag comes as it is written, so that "000006", 24.10 and true survive. Null when absent or "".</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names) => element.Member(names) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } raw => raw.GetRawText(),
        _ => throw new RailFieldException(names[0], "is not a text"),
    };

    /// <summary>A text that must be there: an id, for example.</summary>
    public static string RequiredText(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Text(names) ?? throw new RailFieldException(names[0], "is missing or empty");

    /// <summary>A decimal, written as a number or as a text. Null when absent or "".</summary>
    public static decimal? Number(this JsonElement element, params ReadOnlySpan<string> names) =>
        RailValues.TryDecimal(element.Text(names), out var value) ? value : throw new RailFieldException(names[0], "is not a number");

    /// <summary>A whole number, written as a number or as a text. Null when absent or "".</summary>
    public static long? Whole(this JsonElement element, params ReadOnlySpan<string> names) =>
        RailValues.TryWhole(element.Text(names), out var value) ? value : throw new RailFieldException(names[0], "is not a whole number");

    /// <summary>A flag: true/false, Y/N, 1/0, written as a flag, a number or a text. Null when absent or "".</summary>
    public static bool? Flag(this JsonElement element, params ReadOnlySpan<string> names) =>
        RailValues.TryFlag(element.Text(names), out var value) ? value : throw new RailFieldException(names[0], "is neither true nor false");

    /// <summary>An instant in one of the forms of <see cref="RailValues.TryInstant"/>. Null when absent or "".</summary>
    /// <param name="element">The object.</param>
    /// <param name="assumed">Offset of instants that carry none: the account's.</param>
    /// <param name="names">Names of the member.</param>
    public static RailInstant? Instant(this JsonElement element, TimeSpan assumed, params ReadOnlySpan<string> names) =>
        RailValues.TryInstant(element.Text(names), assumed, out var value) ? value : throw new RailFieldException(names[0], "is not a date or time");

    /// <summary>The items of a list member: of an array, of a single object that stands for a list of one; none when absent, null or "".</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Member(names) is { } member ? member.Elements() : [];

    /// <summary>The element as a list: an array gives its items, null or "" none, everything else itself.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement element) => element switch
    {
        { ValueKind: JsonValueKind.Array } => element.EnumerateArray(),
        _ when IsNothing(element) => [],
        _ => [element],
    };

    private static bool IsNothing(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || (element.ValueKind == JsonValueKind.String && element.ValueEquals(""));
}
