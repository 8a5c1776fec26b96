using System.Runtime.CompilerServices;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>
/// Makes the plan: a pure function of its inputs, streamed. Passes go over the source snapshot in key order, so the plan does
/// not depend on the order of pages or rows: contracts once to find the leading one of each partner, partners once to see
/// where each stands, then groups, templates, partners, memberships, contracts, deals, links and codes line by line.
/// </summary>
public static class PlanBuilder
{
    private static readonly EntityKind[] NarrowIdMaps =
        [EntityKind.PartnerGroup, EntityKind.Template, EntityKind.Partner, EntityKind.Contract, EntityKind.PromoCode];

    /// <summary>The lines of the plan: header first, totals last.</summary>
    /// <exception cref="ConservationException">A record was lost or doubled on the way: the sum does not balance.</exception>
    public static async IAsyncEnumerable<PlanLine> BuildAsync(PlanInputs inputs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = new PlanState
        {
            Inputs = inputs,
            Target = await TargetIndex.BuildAsync(inputs.Target, cancellationToken),
            Operations = new StepOperations(inputs.TargetRail),
            Tally = new PlanTally(inputs.OnLoss),
            Mapping = new AccountedMapping(inputs.Mapping),
            Matcher = new AccountedMatcher(inputs.Matcher),
        };
        yield return inputs.Header;
        await foreach (var line in LinesAsync(state, cancellationToken))
        {
            state.Tally.Count(line);
            yield return line;
        }

        foreach (var finding in inputs.Gates is { } gates ? GateCheck.Check(gates, state.Tally.Totals().Entities) : [])
        {
            var line = new FindingLine(finding);
            state.Tally.Count(line);
            yield return line;
        }

        state.Tally.Close();
        var totals = state.Tally.Totals() with { Templates = TemplatePlanner.Standings(state) };
        Conservation.Check(totals.Entities, inputs.Source.Manifest);
        yield return totals;
    }

    private static async IAsyncEnumerable<PlanLine> LinesAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var finding in state.Inputs.Findings)
        {
            yield return new FindingLine(finding);
        }

        await foreach (var finding in state.Inputs.Source.ReadFindingsAsync(cancellationToken))
        {
            if (finding is { Severity: Severity.Excluding, Entity: { } entity, Subject: { } subject })
            {
                state.ExcludedBySnapshot.Add((entity, subject));
            }

            yield return new FindingLine(finding);
        }

        await ReadIdMapAsync(state, cancellationToken);
        await ContractPlanner.FindLeadingAsync(state, cancellationToken);
        await GroupPlanner.ReadNamesAsync(state, cancellationToken);
        await PartnerPlanner.TakeStandingAsync(state, cancellationToken);
        await PromoCodePlanner.ObserveAsync(state, cancellationToken);
        IAsyncEnumerable<PlanLine>[] passes =
        [
            GroupPlanner.PlanAsync(state, cancellationToken),
            TemplatePlanner.PlanAsync(state, cancellationToken),
            PartnerPlanner.PlanAsync(state, cancellationToken),
            GroupPlanner.PlanMembershipsAsync(state, cancellationToken),
            ContractPlanner.PlanAsync(state, cancellationToken),
            PromoCodePlanner.PlanDealsAsync(state, cancellationToken),
            LinkPlanner.PlanAsync(state, cancellationToken),
            PromoCodePlanner.PlanAsync(state, cancellationToken),
        ];
        foreach (var pass in passes)
        {
            await foreach (var line in pass)
            {
                yield return line;
            }
        }
    }

    private static async Task ReadIdMapAsync(PlanState state, CancellationToken cancellationToken)
    {
        foreach (var entity in NarrowIdMaps)
        {
            await foreach (var row in state.Inputs.IdMap.ReadAsync(entity, cancellationToken))
            {
                state.IdMap[(entity, row.Source)] = row;
            }
        }
    }
}
