using System.Text.Json.Nodes;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution;

/// <summary>
/// Computes the URLs of links by the form that another link of the run has proved. Nothing is sent. A proof that differs from the
/// form by one character proves nothing: then no URL is written, and the step says what to do.
/// </summary>
internal sealed class LinkComputer(RunContext run)
{
    /// <summary>Proofs by step: one for each kind of link.</summary>
    private readonly Dictionary<string, (string Url, TrackingLinkDraft Draft)> proofs = new(StringComparer.Ordinal);

    /// <summary>Computes a link whose earlier steps have succeeded.</summary>
    /// <param name="step">The step with resolved references.</param>
    /// <param name="before">Its row so far.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ComputeAsync(CreateLink step, StepRow? before, CancellationToken cancellationToken)
    {
        var (proof, proved) = await ProofAsync(step.Proof!, cancellationToken);
        if (run.Target.Port<ITrackingLinkForm>()?.Compute(proof, proved, step.Draft) is { } url)
        {
            await run.Journal.MoveAsync(
                JournalKind.Applied, step, before, new StepChangeOf(StepState.Applied) { TargetId = url }, new JsonObject { ["computed"] = true, ["proof"] = proof }, cancellationToken);
            return;
        }

        var change = new StepChangeOf(StepState.Conflict)
        {
            Reason = "LinkFormNotProved",
            Message = $"The target gave back '{proof}', which is not of the form by which this link would be computed. Set 'links.newUrls: api' in the profile and plan again: then a call makes each link.",
        };
        await run.Journal.MoveAsync(JournalKind.Failed, step, before, change, null, cancellationToken);
    }

    private async Task<(string Url, TrackingLinkDraft Draft)> ProofAsync(string id, CancellationToken cancellationToken)
    {
        if (proofs.TryGetValue(id, out var known))
        {
            return known;
        }

        await foreach (var step in run.Plan.StepsAsync(cancellationToken))
        {
            if (step.Id != id)
            {
                continue;
            }

            var resolved = (CreateLink?)await StepReferences.ResolveAsync(step, run.Journal, cancellationToken);
            var row = await run.Journal.FindAsync(id, cancellationToken);
            return resolved is not null && row?.TargetId is { } url
                ? proofs[id] = (url, resolved.Draft)
                : throw new InvalidOperationException($"Step '{id}' is to prove the form of links and has no URL.");
        }

        throw new InvalidOperationException($"Step '{id}' is to prove the form of links and is not in the plan.");
    }
}
