using System.Text.Json;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// Judges a migration by the rail's truth log and state alone, as somebody would who knows neither the rail's code nor the
/// migration's. Both come as text: <c>GET /__truth</c> and <c>GET /__state</c>, or the files they were saved to.
/// </summary>
public static class TruthReader
{
    /// <summary>Compares what happened with what should have.</summary>
    /// <param name="logLines">All lines of the truth log.</param>
    /// <param name="state">The state afterwards.</param>
    /// <param name="expected">What should be there. More may be there: the program was not empty.</param>
    /// <param name="planned">Every call that an approved plan permits, once per permission.</param>
    /// <exception cref="FormatException">Log or state cannot be read.</exception>
    public static TruthReport Read(
        IEnumerable<string> logLines, string state, IEnumerable<ExpectedObject> expected, IEnumerable<PlannedCall> planned)
    {
        var lines = logLines.Where(line => line.Length > 0).Select(TruthLine.Parse).ToList();
        var refused = lines.Where(line => line.Kind == "invitation.refuse" && line["value1"] is not null)
            .Select(line => line["value1"]!).Distinct().Order(StringComparer.Ordinal).ToList();
        using var document = JsonDocument.Parse(state);
        var present = StateObject.Read(document.RootElement).ToLookup(one => (one.Kind, one.Key));
        var wanted = expected.GroupBy(one => (one.Kind, one.Key)).ToDictionary(group => group.Key, group => (Count: group.Count(), group.First().Owner));
        var calls = lines.Where(line => line.Actor == "api" && !line.IsEffect).ToList();
        return new TruthReport
        {
            Duplicates = Duplicates(present, wanted.ToDictionary(pair => pair.Key, pair => pair.Value.Count), Made(lines)),
            Missing =
            [
                .. wanted.Where(pair => pair.Value.Owner is null || !refused.Contains(pair.Value.Owner))
                    .Select(pair => (pair.Key, Lacks: pair.Value.Count - present[pair.Key].Count()))
                    .Where(pair => pair.Lacks > 0)
                    .Select(pair => new TruthFinding(pair.Key.Kind, pair.Key.Key, $"{pair.Lacks} missing")),
            ],
            UnplannedMutations = Unplanned(calls, planned),
            Refused = refused,
            Mutations = calls.Count,
        };
    }

    /// <summary>Objects that came into being while the log was kept.</summary>
    private static HashSet<(string Kind, string Id)> Made(List<TruthLine> lines) =>
        [.. lines.Where(line => line.Kind.EndsWith(".create", StringComparison.Ordinal)).Select(line => (line.Kind[..^".create".Length], line.ObjectId))];

    private static List<TruthFinding> Duplicates(
        ILookup<(string Kind, string Key), StateObject> present, Dictionary<(string Kind, string Key), int> wanted, HashSet<(string Kind, string Id)> made) =>
    [
        .. present.Select(group => (group.Key, Objects: group.ToList(), Allowed: Math.Max(1, wanted.GetValueOrDefault(group.Key))))
            .Where(group => group.Objects.Count > group.Allowed && group.Objects.Any(one => made.Contains((one.Kind, one.Id))))
            .Select(group => new TruthFinding(
                group.Key.Kind, group.Key.Key, $"{group.Objects.Count} instead of {group.Allowed}: {string.Join(", ", group.Objects.Select(one => one.Id))}")),
    ];

    private static List<TruthFinding> Unplanned(List<TruthLine> calls, IEnumerable<PlannedCall> planned)
    {
        // The narrowest permission is used first, so that a wide one is left for a call that nothing else permits.
        var open = planned.GroupBy(call => call.Kind, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new LinkedList<PlannedCall>(group.OrderByDescending(call => call.Where.Count)), StringComparer.Ordinal);
        var unplanned = new List<TruthFinding>();
        foreach (var call in calls)
        {
            var permits = open.GetValueOrDefault(call.Kind);
            var node = permits?.First;
            while (node is not null && !node.Value.Permits(call))
                node = node.Next;

            if (node is not null)
                permits!.Remove(node);
            else
                unplanned.Add(new TruthFinding(call.Kind, call.ObjectId, $"line {call.Sequence} is in no plan"));
        }

        return unplanned;
    }
}
