using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Execution.Canaries;

/// <summary>
/// Chooses the partners of a canary, always the same for a plan: those who try a template out come first, the fastest way
/// before the others, then partners for whom something is sent and who wait for no template, in plan order.
/// </summary>
internal static class WaveChoice
{
    /// <summary>The partners; fewer than wanted when the plan has no more. Reads the plan at most three times.</summary>
    public static async Task<ValueList<string>> ChooseAsync(IPlanSource plan, int count, IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        var unproved = (plan.Totals.Templates ?? []).Where(template => template is { Proof: null, Canary: not null }).ToList();
        var chosen = unproved.OrderBy(template => template.Canary!.Way)
            .ThenBy(template => template.Key, StringComparer.Ordinal)
            .Select(template => template.Canary!.Partner)
            .Distinct(StringComparer.Ordinal)
            .Where(partner => !except.Contains(partner))
            .Take(count)
            .ToList();
        if (chosen.Count == count)
        {
            return chosen.ToValueList();
        }

        var waiting = await WaitingAsync(plan, unproved, cancellationToken);
        await FillAsync(plan, count, chosen, except, partner => !waiting.ContainsKey(partner), cancellationToken);
        if (chosen.Count < count)
        {
            // Whoever waits for a template goes when that template's canary is among those who were taken.
            var tried = unproved.Where(template => chosen.Contains(template.Canary!.Partner) || except.Contains(template.Canary!.Partner)).Select(template => template.Key).ToHashSet(StringComparer.Ordinal);
            await FillAsync(plan, count, chosen, except, partner => waiting.TryGetValue(partner, out var template) && tried.Contains(template), cancellationToken);
        }

        return chosen.ToValueList();
    }

    /// <summary>Steps of some partners, with everything that they depend on.</summary>
    public static async Task<HashSet<string>> StepsAsync(IPlanSource plan, IReadOnlyCollection<string> partners, CancellationToken cancellationToken)
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        var before = -1;
        while (steps.Count > before)
        {
            before = steps.Count;
            await foreach (var step in plan.StepsAsync(cancellationToken))
            {
                if (steps.Contains(step.Id) || (step.Partner is { } partner && partners.Contains(partner)))
                {
                    steps.Add(step.Id);
                    steps.UnionWith(step.DependsOn);
                }
            }
        }

        return steps;
    }

    private static async Task<Dictionary<string, string>> WaitingAsync(IPlanSource plan, List<PlannedTemplate> unproved, CancellationToken cancellationToken)
    {
        var keys = unproved.Select(template => template.Key).ToHashSet(StringComparer.Ordinal);
        var waiting = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            var template = step switch
            {
                CreatePartner create => create.TemplateKey,
                EstablishContract establish => establish.TemplateKey,
                _ => null,
            };
            if (step.Partner is { } partner && template is not null && keys.Contains(template))
            {
                waiting[partner] = template;
            }
        }

        return waiting;
    }

    private static async Task FillAsync(
        IPlanSource plan, int count, List<string> chosen, IReadOnlyCollection<string> except, Func<string, bool> fits, CancellationToken cancellationToken)
    {
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            if (chosen.Count == count)
            {
                return;
            }

            if (step is { Partner: { } partner, Channel: not (StepChannel.None or StepChannel.Implied) } && !chosen.Contains(partner) && !except.Contains(partner) && fits(partner))
            {
                chosen.Add(partner);
            }
        }
    }
}
