using System.Text.Json;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>One line of the log as a reader sees it. Read from the JSON alone: the reader shares no code with the writer.</summary>
internal sealed record TruthLine(
    int Sequence,
    string Actor,
    string Kind,
    string ObjectId,
    bool IsEffect,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string>? Before)
{
    /// <exception cref="FormatException">The line is no line of a truth log.</exception>
    public static TruthLine Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new TruthLine(
                root.GetProperty("seq").GetInt32(),
                root.GetProperty("actor").GetString()!,
                root.GetProperty("kind").GetString()!,
                root.GetProperty("objectId").GetString()!,
                root.TryGetProperty("cause", out _),
                Values(root.GetProperty("fields")),
                root.TryGetProperty("before", out var before) ? Values(before) : null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Not a line of a truth log: {line}", exception);
        }
    }

    public string? this[string field] => field == "objectId" ? ObjectId : Fields.GetValueOrDefault(field);

    /// <summary>Values that are there; null is missing.</summary>
    private static Dictionary<string, string> Values(JsonElement element) => element.EnumerateObject()
        .Where(property => property.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(property => property.Name, property => property.Value.GetString()!, StringComparer.Ordinal);
}
