using System.Globalization;
using System.Text.Json;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// Judges a rollback by the rail's truth log and state alone: the codes that the API made are expired, groups and partner
/// values are what they were before the API first touched them.
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
        var run = logLines.Where(line => line.Length > 0).Select(TruthLine.Parse)
            .Where(line => line.Sequence >= first && line.Sequence <= last && line.Actor == "api").ToList();
        using var document = JsonDocument.Parse(state);
        var root = document.RootElement;
        var differing = new List<TruthFinding>();
        return new RollbackReport
        {
            CodesExpired = Codes(run, ById(root, "codes"), differing),
            GroupsRestored = Groups(run, ById(root, "groups"), differing),
            PartnersRestored = Partners(run, ById(root, "partners"), differing),
            Differing = differing,
        };
    }

    private static int Codes(List<TruthLine> run, Dictionary<string, JsonElement> now, List<TruthFinding> differing) =>
        Count(run.Where(line => line.Kind == "code.create"), differing, line =>
            now.TryGetValue(line.ObjectId, out var code) && Text(code, "state") == "ACTIVE" ? "is still active" : null);

    private static int Groups(List<TruthLine> run, Dictionary<string, JsonElement> now, List<TruthFinding> differing) =>
        Count(FirstTouch(run, "group."), differing, line =>
        {
            var exists = now.TryGetValue(line.ObjectId, out var group);
            if (line.Before is not { } before)
                return exists ? "was made by the run and is still there" : null;
            if (!exists)
                return Again(now, before) ? null : "was there before and is gone";
            return Name(group) == before.GetValueOrDefault("name") && Members(group) == before.GetValueOrDefault("members", string.Empty)
                ? null
                : "has another name or other members than before";
        });

    private static int Partners(List<TruthLine> run, Dictionary<string, JsonElement> now, List<TruthFinding> differing) =>
        Count(FirstTouch(run, "partner.").Where(line => line.Kind == "partner.values"), differing, line =>
            ((string[])["value1", "value2", "value3"]).All(name =>
                Text(now[line.ObjectId], name) == line.Before!.GetValueOrDefault(name, string.Empty))
                ? null
                : "has other values than before");

    /// <summary>A group that was deleted and made again has a new id.</summary>
    private static bool Again(Dictionary<string, JsonElement> now, IReadOnlyDictionary<string, string> before) => now.Values.Any(group =>
        Name(group) == before.GetValueOrDefault("name") && Members(group) == before.GetValueOrDefault("members", string.Empty));

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

    private static string Name(JsonElement group) => Text(group, "name");

    private static string Members(JsonElement group) => string.Join(',', group.GetProperty("members").EnumerateArray().Select(one => one.GetString()));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? string.Empty;
}
