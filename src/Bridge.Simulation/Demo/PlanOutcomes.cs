using System.Text.Json;

namespace Bridge.Simulation.Demo;

/// <summary>
/// Reads from a plan file, as plain JSON lines, what it leaves behind: lines with <c>"line":"outcome"</c> and an outcome of
/// skipped, blocked or manual.
/// </summary>
public static class PlanOutcomes
{
    private static readonly string[] Left = ["skipped", "blocked", "manual"];

    /// <summary>Entity and source key of every record that stays.</summary>
    public static IReadOnlySet<(string Entity, string Source)> LeftBehind(IEnumerable<string> planLines)
    {
        var left = new HashSet<(string, string)>();
        foreach (var line in planLines.Where(line => line.Length > 0))
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            if (Text(root, "line") == "outcome" && Left.Contains(Text(root, "outcome")))
                left.Add((Text(root, "entity"), Text(root, "source")));
        }

        return left;
    }

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.ToString() : string.Empty;
}
