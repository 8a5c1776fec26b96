using System.Globalization;
using System.Text.Json;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Money;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Reporting.Changes;

/// <summary>
/// The leaves of a canonical JSON object with readable paths and texts. Knows the few shapes that mean one thing (an amount,
/// a personal value, a named value) and walks through everything else.
/// </summary>
internal static class FlatJson
{
    private static readonly string[] ReferenceNames = ["partner", "template", "owner", "deal", "group", "groups", "partners"];

    public static IEnumerable<(string Path, string Text)> Of(JsonElement draft, IReadOnlyCollection<string> leaveOut) =>
        draft.EnumerateObject().Where(property => !leaveOut.Contains(property.Name)).SelectMany(property => Walk(Words.Split(property.Name), property.Name, property.Value));

    /// <summary>A reference to the target: an id, or the step that makes the object.</summary>
    public static string Reference(string written)
    {
        var reference = TargetRef.Parse(written);
        return reference.Id ?? $"new, by step {reference.Step}";
    }

    private static IEnumerable<(string Path, string Text)> Walk(string path, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Whole(value) is { } text ? [(path, text)] : Members(path, value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Walk(Item(path, item), name, Inside(item))),
        _ => [(path, Leaf(name, value))],
    };

    private static IEnumerable<(string Path, string Text)> Members(string path, JsonElement value) =>
        value.EnumerateObject().SelectMany(property => Walk($"{path} {Words.Split(property.Name)}", property.Name, property.Value));

    private static string? Whole(JsonElement value)
    {
        if (value.GetPropertyCount() != 2)
        {
            return null;
        }

        if (value.TryGetProperty("kind", out var kind) && value.TryGetProperty("hash", out _) && Enum.TryParse<PersonalKind>(kind.GetString(), ignoreCase: true, out var personal))
        {
            return PersonalText.Of(personal);
        }

        return value.TryGetProperty("amount", out var amount) && value.TryGetProperty("currency", out var currency)
            ? NumberText.Of(new Money(amount.GetDecimal(), Currency.Parse(currency.GetString()!)))
            : null;
    }

    // Named values (references by scheme, sub-ids by name) carry their name into the path; other items share the list's.
    private static string Item(string path, JsonElement item)
    {
        var single = path.EndsWith("ies", StringComparison.Ordinal) ? path : path.TrimEnd('s');
        return Label(item) is { } label ? $"{single} {label}" : single;
    }

    private static JsonElement Inside(JsonElement item) => Label(item) is null ? item : item.GetProperty("value");

    private static string? Label(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.GetPropertyCount() == 2 && item.TryGetProperty("value", out _) &&
        (item.TryGetProperty("scheme", out var label) || item.TryGetProperty("name", out label))
            ? label.GetString()
            : null;

    private static string Leaf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when ReferenceNames.Contains(name) => Reference(value.GetString()!),
        JsonValueKind.String when IsTime(name) && value.TryGetDateTimeOffset(out var time) => NumberText.Of(time),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when name == "rate" => new Rate(value.GetDecimal()).ToString(),
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.GetRawText(),
    };

    private static bool IsTime(string name) => name.EndsWith("At", StringComparison.Ordinal);
}
