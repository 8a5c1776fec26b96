using System.Globalization;
using System.Text.Json;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>Reads what a person types into a form, given as JSON: numbers may be strings, empty is missing.</summary>
internal readonly struct JsonFields(JsonElement element)
{
    public string? Text(string name) =>
        Find(name) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array) } value && value.ToString() is { Length: > 0 } text
            ? text
            : null;

    /// <exception cref="PortalException">The field is missing.</exception>
    public string Required(string name) => Text(name) ?? throw new PortalException($"{name} is required.");

    /// <exception cref="PortalException">The field holds something else than a number.</exception>
    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new PortalException($"{name} must be a number, but is '{text}'.");
    }

    /// <exception cref="PortalException">The field holds something else than a whole number.</exception>
    public long? Whole(string name) =>
        Number(name) is not { } number ? null
        : decimal.Truncate(number) == number ? (long)number
        : throw new PortalException($"{name} must be a whole number.");

    /// <exception cref="PortalException">The field is missing or no whole number.</exception>
    public long RequiredWhole(string name) => Whole(name) ?? throw new PortalException($"{name} is required.");

    /// <exception cref="PortalException">The field holds something else than a date.</exception>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new PortalException($"{name} must be a date, but is '{text}'.");
    }

    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    public JsonFields? Object(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value ? new JsonFields(value) : null;

    /// <summary>The elements of an array of objects; empty when missing.</summary>
    public IEnumerable<JsonFields> Objects(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray().Select(item => new JsonFields(item)) : [];

    /// <summary>The elements of an array of texts, or a single text; empty when missing.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } value => [.. value.EnumerateArray().Select(item => item.ToString())],
        { ValueKind: JsonValueKind.String } value => [value.GetString()!],
        _ => [],
    };

    private JsonElement? Find(string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                    return property.Value;
            }
        }

        return null;
    }
}
