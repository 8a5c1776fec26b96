using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// What is blocked by a task: the steps that come after its open steps, at any distance. One pass over the plan, in which parents
/// come first; memory grows with the blocked steps.
/// </summary>
internal static class BlockedSteps
{
    /// <summary>Blocked steps by task and entity.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="taskOf">Open steps and the task that each waits for.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<NamedCount>>> CountAsync(
        IPlanSource plan, IReadOnlyDictionary<string, string> taskOf, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, SortedDictionary<EntityKind, long>>(StringComparer.Ordinal);
        var behind = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var known = new Dictionary<string, string[]>(StringComparer.Ordinal);
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            var own = taskOf.GetValueOrDefault(step.Id);
            var inherited = step.DependsOn.SelectMany(parent => behind.GetValueOrDefault(parent) ?? []).Distinct(StringComparer.Ordinal).ToList();
            foreach (var task in inherited.Where(task => task != own))
            {
                if (!counts.TryGetValue(task, out var byEntity))
                {
                    counts[task] = byEntity = [];
                }

                byEntity[step.Entity] = byEntity.GetValueOrDefault(step.Entity) + 1;
            }

            if (own is not null && !inherited.Contains(own))
            {
                inherited.Add(own);
            }

            if (inherited.Count > 0)
            {
                behind[step.Id] = Shared(known, inherited);
            }
        }

        return counts.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<NamedCount>)[.. pair.Value.Select(one => new NamedCount(EntityNames.Of(one.Key), one.Value))],
            StringComparer.Ordinal);
    }

    /// <summary>Thousands of steps are behind the same tasks: they share one list.</summary>
    private static string[] Shared(Dictionary<string, string[]> known, List<string> tasks)
    {
        tasks.Sort(StringComparer.Ordinal);
        var key = string.Join('\n', tasks);
        if (!known.TryGetValue(key, out var shared))
        {
            known[key] = shared = [.. tasks];
        }

        return shared;
    }
}
