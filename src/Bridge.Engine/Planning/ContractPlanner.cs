using System.Runtime.CompilerServices;
using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Plans contracts: one leads for each partner where the target holds one, and its terms are proved by reading.</summary>
internal static class ContractPlanner
{
    /// <summary>First look at every contract: which one leads for its partner.</summary>
    public static async Task FindLeadingAsync(PlanState state, CancellationToken cancellationToken)
    {
        await foreach (var (contract, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.Contract, cancellationToken))
        {
            var mapped = state.Mapping.MapContract(contract);
            if (mapped.Exclusion is { Outcome: Outcome.Skipped })
            {
                continue;
            }

            var desired = state.Moves(EntityKind.Contract, contract.Id.Value, mapped) ? mapped.Value : null;
            if (desired is not null)
            {
                state.Desired.TryAdd(desired.TemplateKey, desired);
            }

            var candidate = new LeadingContract(state.Inputs.Mapping.PrecedenceOf(contract), contract.Id.Value, desired?.TemplateKey);
            state.Partners.Of(contract.Partner.Value).Consider(candidate);
        }
    }

    public static async IAsyncEnumerable<PlanLine> PlanAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (contract, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.Contract, cancellationToken))
        {
            state.Tally.TakeUp(EntityKind.Contract, contract.Id.Value);
            var key = contract.Id.Value;
            if (state.FollowPartner(EntityKind.Contract, key, contract.Partner.Value) is { } follows)
            {
                yield return follows.About(contract);
                continue;
            }

            var mapped = state.Mapping.MapContract(contract);
            foreach (var line in state.Judge(EntityKind.Contract, key, mapped))
            {
                yield return line.About(contract);
            }

            if (!state.Moves(EntityKind.Contract, key, mapped))
            {
                continue;
            }

            var standing = state.Partners.Of(contract.Partner.Value);
            if (standing.Leading?.Key is var leading && leading != key && !state.Inputs.TargetRail.Capabilities.Terms.SeveralContractsPerPartner)
            {
                yield return PlanState.Outcome(EntityKind.Contract, key, Outcome.Skipped, "SupersededContract", $"The target holds one contract for each partner; '{leading}' leads by precedence.").About(contract);
                continue;
            }

            foreach (var line in await PlanContractAsync(state, contract, mapped, standing, cancellationToken))
            {
                yield return line.About(contract);
            }
        }
    }

    /// <summary>The partner's contract in force on the target, or its application, when that already has the wanted terms; null otherwise.</summary>
    public static async Task<Contract?> FindEqualAsync(PlanState state, string partner, Contract wanted, CancellationToken cancellationToken)
    {
        if (state.Target.ContractOf(partner) is not { Status: ContractStatus.Active or ContractStatus.Pending } existing)
        {
            return null;
        }

        var contract = await state.Inputs.Target.ReadAtAsync(RecordCodecs.Contract, existing.Location, cancellationToken);
        return ContractComparison.Differences(wanted, contract).Count == 0 ? contract : null;
    }

    private static async Task<List<PlanLine>> PlanContractAsync(
        PlanState state, Contract source, Mapped<DesiredContract> mapped, PartnerStanding standing, CancellationToken cancellationToken)
    {
        var key = source.Id.Value;
        var desired = mapped.Value!;
        var existing = standing.Target!.Value.Id is { } id ? state.Target.ContractOf(id) : null;
        if (existing is not { } target)
        {
            if (standing.Target.Value.Step is null && MustNotMail(state, source, pending: false) is { } unwanted)
            {
                return [unwanted];
            }

            return [Establish(state, source, mapped, standing, null, null)];
        }

        var actual = await state.Inputs.Target.ReadAtAsync(RecordCodecs.Contract, target.Location, cancellationToken);
        var equal = ContractComparison.Differences(desired.Terms, actual).Count == 0;
        var pending = target.Status == ContractStatus.Pending;
        if ((pending || !equal) && MustNotMail(state, source, pending) is { } silent)
        {
            return [silent];
        }

        if (pending)
        {
            return Decide(state, source, mapped, standing, actual, equal);
        }

        if (!equal)
        {
            return [Establish(state, source, mapped, standing, actual, null)];
        }

        return
        [
            state.Row(EntityKind.Contract, key) is { Kept: false }
                ? new OutcomeLine { Entity = EntityKind.Contract, Source = key, Outcome = Outcome.Unchanged, TargetId = target.Id }
                : new StepLine(Adoption.Of(EntityKind.Contract, key, target.Id, "the partner has a contract with these terms") with { Losses = mapped.Losses }),
        ];
    }

    /// <summary>The line of a contract whose change would mail a partner who must not be mailed; null when nothing stands against it.</summary>
    private static OutcomeLine? MustNotMail(PlanState state, Contract source, bool pending) =>
        state.Unsubscribed.Contains(source.Partner.Value)
        && (pending ? state.Operations.Mails(EntityKind.Contract, WriteVerb.Accept, StepChannel.Api) : state.Operations.Mails(EntityKind.Contract, WriteVerb.Switch, StepChannel.WorkItem))
            ? PlanState.Outcome(EntityKind.Contract, source.Id.Value, Outcome.Manual, "ContactUnsubscribed", $"The partner's contact unsubscribed, and {state.Inputs.TargetRail.DisplayName} mails such a change. Ask the partner by another way; then record it with 'bridge authority record mail-unsubscribed --partner {source.Partner.Value}'.")
            : null;

    private static List<PlanLine> Decide(
        PlanState state, Contract source, Mapped<DesiredContract> mapped, PartnerStanding standing, Contract application, bool equal)
    {
        var accept = state.Operations.Declare(
            new DecideApplication
            {
                Id = StepIds.Of(EntityKind.Contract, source.Id.Value, "accept"),
                Entity = EntityKind.Contract,
                Source = equal ? source.Id.Value : null,
                Counts = equal ? Outcome.Created : null,
                Channel = StepChannel.Api,
                Class = default,
                Reversibility = default,
                Losses = equal ? mapped.Losses : [],
                Why = "the partner has applied and is in scope",
                Decision = new ApplicationDecision { Application = application.Id, Partner = standing.Target!.Value, Accept = true },
            },
            WriteVerb.Accept);
        standing.WaitFor(source.Id.Value, "accept");
        return equal ? [new StepLine(accept)] : [new StepLine(accept), Establish(state, source, mapped, standing, application, accept.Id)];
    }

    private static StepLine Establish(
        PlanState state, Contract source, Mapped<DesiredContract> mapped, PartnerStanding standing, Contract? before, string? after)
    {
        var desired = mapped.Value!;
        var target = standing.Target!.Value;
        var template = state.TemplateRefs[desired.TemplateKey];
        var comesWithPartner = target.Step is not null;
        var id = StepIds.Of(EntityKind.Contract, source.Id.Value, "establish");
        string?[] dependencies = comesWithPartner ? [target.Step] : [template.Step, after];
        standing.WaitFor(source.Id.Value, "establish");
        var way = comesWithPartner ? standing.Way : ContractWay.SwitchInPortal;
        var canary = new PlannedCanary { Partner = source.Partner.Value, Step = target.Step ?? id, Contract = id, Way = way };
        TemplatePlanner.Consider(state, desired.TemplateKey, canary, desired.Terms);
        return new StepLine(state.Operations.Declare(
            new EstablishContract
            {
                Id = id,
                Entity = EntityKind.Contract,
                Source = source.Id.Value,
                Counts = before is null || comesWithPartner ? Outcome.Created : Outcome.Updated,
                Channel = comesWithPartner ? StepChannel.Implied : StepChannel.WorkItem,
                Class = default,
                Reversibility = default,
                DependsOn = [.. dependencies.OfType<string>().Order(StringComparer.Ordinal)],
                Losses = mapped.Losses,
                Why = mapped.Why,
                Before = before,
                TemplateKey = desired.TemplateKey,
                Way = way,
                Draft = new ContractDraft
                {
                    Partner = target,
                    Template = template,
                    TemplateName = desired.TemplateName,
                    Terms = desired.Terms,
                    Replaces = before?.Id,
                },
            },
            comesWithPartner ? WriteVerb.Create : WriteVerb.Switch));
    }
}
