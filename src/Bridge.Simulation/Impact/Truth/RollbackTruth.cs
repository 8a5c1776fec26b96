using System.Globalization;
using System.Text.Json;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// Judges a rollback by the rail's truth log and state alone: the codes that the API made are expired, groups and partner
/// values are what they were before the API first touched them. A member that people brought into a group meanwhile (an invited
/// partner who accepted) may stay: no call put it there.
/// </summary>
public static class RollbackTruth
{
    /// <summary>Compares the state after a rollback with the before-images of the log.</summary>
    /// <param name="logLines">All lines of the truth log.</param>
    /// <param name="state">The state right after the rollback.</param>
    /// <param name="first">Number of the first line of the run that was rolled back.</param>
    /// <param name="last">Number of its last line.</param>
    /// <exception cref="FormatException">Log or state cannot be read.</exception>
    public static RollbackReport Read(IEnumerable<string> logLines, string state, int first, int last)
    {
        var lines = logLines.Where(line => line.Length > 0).Select(TruthLine.Parse).Where(line => line.Sequence >= first).ToList();
        var run = lines.Where(line => line.Sequence <= last && line.Actor == "api").ToList();
        var byPeople = lines.Where(line => line.Actor != "api" && line.Kind == "group.update")
            .ToLookup(line => line.ObjectId, line => line["added"] ?? string.Empty, StringComparer.Ordinal);
        using var document = JsonDocument.Parse(state);
        var root = document.RootElement;
        var differing = new List<TruthFinding>();
        return new RollbackReport
        {
            CodesExpired = Codes(run, ById(root, "codes"), differing),
            GroupsRestored = Groups(run, ById(root, "groups"), byPeople, differing),
            PartnersRestored = Partners(run, ById(root, "partners"), differing),
            Differing = differing,
        };
    }

    private static int Codes(List<TruthLine> run, Dictionary<string, JsonElement> now, List<TruthFinding> differing) =>
        Count(run.Where(line => line.Kind == "code.create"), differing, line =>
            now.TryGetValue(line.ObjectId, out var code) && Text(code, "state") == "ACTIVE" ? "is still active" : null);

    private static int Groups(List<TruthLine> run, Dictionary<string, JsonElement> now, ILookup<string, string> byPeople, List<TruthFinding> differing) =>
        Count(FirstTouch(run, "group."), differing, line =>
        {
            var exists = now.TryGetValue(line.ObjectId, out var group);
            if (line.Before is not { } before)
                return exists ? "was made by the run and is still there" : null;
            var free = byPeople[line.ObjectId].SelectMany(Ids).ToHashSet(StringComparer.Ordinal);
            if (!exists)
                return now.Values.Any(other => IsAsBefore(other, before, free)) ? null : "was there before and is gone";
            return IsAsBefore(group, before, free) ? null : "has another name or other members than before";
        });

    private static int Partners(List<TruthLine> run, Dictionary<string, JsonElement> now, List<TruthFinding> differing) =>
        Count(FirstTouch(run, "partner.").Where(line => line.Kind == "partner.values"), differing, line =>
            ((string[])["value1", "value2", "value3"]).All(name =>
                Text(now[line.ObjectId], name) == line.Before!.GetValueOrDefault(name, string.Empty))
                ? null
                : "has other values than before");

    /// <summary>Same name and members, but for those that people added.</summary>
    private static bool IsAsBefore(JsonElement group, IReadOnlyDictionary<string, string> before, HashSet<string> free)
    {
        var members = group.GetProperty("members").EnumerateArray().Select(one => one.GetString()!).ToHashSet(StringComparer.Ordinal);
        members.SymmetricExceptWith(Ids(before.GetValueOrDefault("members", string.Empty)));
        return Text(group, "name") == before.GetValueOrDefault("name") && members.IsSubsetOf(free);
    }

    private static string[] Ids(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first line about each object: what stands before it there is what was there before the run.</summary>
    private static IEnumerable<TruthLine> FirstTouch(List<TruthLine> run, string kind) =>
        run.Where(line => line.Kind.StartsWith(kind, StringComparison.Ordinal)).DistinctBy(line => line.ObjectId);

    private static int Count(IEnumerable<TruthLine> lines, List<TruthFinding> differing, Func<TruthLine, string?> judge)
    {
        var good = 0;
        foreach (var line in lines)
        {
            if (judge(line) is { } complaint)
                differing.Add(new TruthFinding(line.Kind, line.ObjectId, string.Create(CultureInfo.InvariantCulture, $"{complaint} (line {line.Sequence})")));
            else
                good++;
        }

        return good;
    }

    private static Dictionary<string, JsonElement> ById(JsonElement state, string list) =>
        state.GetProperty(list).EnumerateArray().ToDictionary(one => Text(one, "id"), StringComparer.Ordinal);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? string.Empty;
}
