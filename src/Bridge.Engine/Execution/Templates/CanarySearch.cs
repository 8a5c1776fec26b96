using Bridge.Engine.Planning;

namespace Bridge.Engine.Execution.Templates;

/// <summary>Finds who tries a template out after the canary that the plan names: by the same order, among those who were not taken yet.</summary>
internal static class CanarySearch
{
    /// <summary>The next one; null when nobody is left. Reads the plan once.</summary>
    public static async Task<TrialCanary?> NextAsync(RunContext run, PlannedTemplate planned, TemplateTrial trial, CancellationToken cancellationToken)
    {
        var choice = new CanaryChoice();
        await foreach (var step in run.Plan.StepsAsync(cancellationToken))
        {
            if (step is not EstablishContract { TemplateKey: { } template, Way: { } way, Partner: { } partner } establish || template != planned.Key)
            {
                continue;
            }

            if (run.Scope?.Contains(step.Id) == false)
            {
                continue;
            }

            var attach = establish.Draft.Partner.Step ?? step.Id;
            if (trial.Canaries.Any(canary => canary.Step == attach) || await IsOverAsync(run, attach, cancellationToken) || await IsOverAsync(run, step.Id, cancellationToken))
            {
                continue;
            }

            choice.Consider(
                new PlannedCanary { Partner = partner, Step = attach, Contract = step.Id, Way = way },
                TemplateTermsHash.Of(establish.Draft.Terms) == planned.Terms);
        }

        return choice.Best is { } best ? new TrialCanary(best.Partner, best.Step, best.Contract) : null;
    }

    private static async Task<bool> IsOverAsync(RunContext run, string step, CancellationToken cancellationToken) =>
        await run.Journal.FindAsync(step, cancellationToken) is { } row && StepTransitions.IsFinal(row.State) && !StepTransitions.IsSuccess(row.State);
}
