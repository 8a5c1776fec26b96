using Bridge.Engine.Planning;
using Bridge.Model.Contracts;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution;

/// <summary>Turns a resolved step into its call on the target's ports.</summary>
/// <param name="run">Run.</param>
internal sealed class ApiCalls(RunContext run) : IStepCases<ApiCall>
{
    public ApiCall CreateGroup(CreateGroup step) =>
        Create(step, step.Draft, (draft, context, token) => Port<IPartnerGroupWriter>().CreateAsync(draft, context, token));

    public ApiCall CreatePartner(CreatePartner step) =>
        Create(step, step.Draft, (draft, context, token) => Port<IPartnerWriter>().CreateAsync(draft, context, token));

    public ApiCall CreateDeal(CreateDeal step) =>
        Create(step, step.Draft, (draft, context, token) => Port<IDealWriter>().CreateAsync(draft, context, token));

    public ApiCall CreatePromoCode(CreatePromoCode step) =>
        Create(step, step.Draft, (draft, context, token) => Port<IPromoCodeWriter>().CreateAsync(draft, context, token));

    public ApiCall CreateLink(CreateLink step) =>
        Create(step, step.Draft, (draft, context, token) => Port<ITrackingLinkWriter>().CreateAsync(draft, context, token));

    public ApiCall AmendPartner(AmendPartner step) => new()
    {
        Verb = WriteVerb.Amend,
        TargetId = step.Amendment.Partner.Require(),
        Guard = token => GuardAmendmentAsync(step.Amendment, token),
        Send = (context, token) => Port<IPartnerWriter>().AmendAsync(step.Amendment, context, token),
    };

    public ApiCall JoinGroup(JoinGroup step) => new()
    {
        Verb = WriteVerb.AddMembers,
        TargetId = step.Membership.Group.Require(),
        Guard = _ => Task.FromResult(GuardAnswer.Go),
        Send = (context, token) => Port<IPartnerGroupWriter>().AddMembersAsync(step.Membership, context, token),
    };

    public ApiCall LeaveGroup(LeaveGroup step) => new()
    {
        Verb = WriteVerb.RemoveMembers,
        TargetId = step.Membership.Group.Require(),
        Guard = _ => Task.FromResult(GuardAnswer.Go),
        Send = (context, token) => Port<IPartnerGroupWriter>().RemoveMembersAsync(step.Membership, context, token),
    };

    public ApiCall DecideApplication(DecideApplication step) => new()
    {
        Verb = step.Decision.Accept ? WriteVerb.Accept : WriteVerb.Decline,
        TargetId = step.Decision.Application.Value,
        Guard = token => GuardDecisionAsync(step.Decision, token),
        Send = (context, token) => Port<IApplicationWriter>().DecideAsync(step.Decision, context, token),
    };

    public ApiCall ExpirePromoCode(ExpirePromoCode step) =>
        Remove(step.Made, step.TargetId.Value, WriteVerb.Expire, (context, token) => Port<IPromoCodeWriter>().ExpireAsync(step.TargetId, context, token));

    public ApiCall DeleteGroup(DeleteGroup step) =>
        Remove(new PartnerGroupDraft(step.Name), step.TargetId.Value, WriteVerb.Delete, (context, token) => Port<IPartnerGroupWriter>().DeleteAsync(step.TargetId, context, token));

    public ApiCall DeleteDeal(DeleteDeal step) =>
        Remove(new DealDraft { Name = step.Name }, step.TargetId.Value, WriteVerb.Delete, (context, token) => Port<IDealWriter>().DeleteAsync(step.TargetId, context, token));

    public ApiCall AdoptObject(AdoptObject step) => throw NoCall(step);

    public ApiCall BuildTemplate(BuildTemplate step) => throw NoCall(step);

    public ApiCall EstablishContract(EstablishContract step) => throw NoCall(step);

    public ApiCall ForgetObject(ForgetObject step) => throw NoCall(step);

    public ApiCall KeepObject(KeepObject step) => throw NoCall(step);

    private static InvalidOperationException NoCall(PlanStep step) => new($"Step '{step.Id}' is planned as a call, but there is none for its kind.");

    private ApiCall Create<TDraft>(PlanStep step, TDraft draft, Func<TDraft, WriteContext, CancellationToken, Task<WriteReceipt>> send)
    {
        var lookup = run.Target.Port<IWriteLookup<TDraft>>();
        if (lookup is null && step.Class == OperationClass.Probeable)
        {
            throw new InvalidOperationException($"{run.Target.Descriptor.DisplayName} declares '{step.Id}' as probeable and offers no lookup for it.");
        }

        return new ApiCall
        {
            Verb = WriteVerb.Create,
            Guard = lookup is null ? _ => Task.FromResult(GuardAnswer.Go) : async token => JudgeFound(await lookup.FindAsync(draft, token)),
            Send = (context, token) => send(draft, context, token),
            Lookup = lookup is null ? null : token => lookup.FindAsync(draft, token),
        };
    }

    private ApiCall Remove<TDraft>(TDraft made, string id, WriteVerb verb, Func<WriteContext, CancellationToken, Task<WriteReceipt>> send)
    {
        var lookup = Port<IWriteLookup<TDraft>>();
        return new ApiCall
        {
            Verb = verb,
            TargetId = id,
            Send = send,
            Guard = async token =>
            {
                var found = await lookup.FindAsync(made, token);
                return found.Count == 0 ? GuardAnswer.Done(id)
                    : found.Any(candidate => candidate.NativeId == id) ? GuardAnswer.Go
                    : GuardAnswer.Stop($"Object {id} is gone and {found[0].NativeId} is in its place; it is left alone.");
            },
        };
    }

    private static GuardAnswer JudgeFound(IReadOnlyList<FoundObject> found) => found switch
    {
        [] => GuardAnswer.Go,
        [{ Equal: true } one] => GuardAnswer.Done(one.NativeId),
        [var one] => GuardAnswer.Stop($"Object {one.NativeId} with the same key appeared on the target since the plan was made, with other values."),
        _ => GuardAnswer.Stop($"Several objects with the same key are on the target: {string.Join(", ", found.Select(each => each.NativeId))}."),
    };

    private async Task<GuardAnswer> GuardAmendmentAsync(PartnerAmendment amendment, CancellationToken cancellationToken)
    {
        var listing = await run.ListingAsync(cancellationToken);
        var partner = listing.Find(amendment.Partner.Require());
        return partner is null ? GuardAnswer.Stop("The partner is not on the target any more.")
            : partner.References.Equals(amendment.Before) ? GuardAnswer.Go
            : partner.References.Equals(amendment.After) ? GuardAnswer.Done(partner.Id)
            : GuardAnswer.Stop("Somebody changed the partner's reference values since the plan was made.");
    }

    private async Task<GuardAnswer> GuardDecisionAsync(ApplicationDecision decision, CancellationToken cancellationToken)
    {
        var listing = await run.ListingAsync(cancellationToken);
        var contracts = listing.Find(decision.Partner.Require())?.Contracts ?? [];
        var application = contracts.Find(contract => contract.Id == decision.Application);
        return application switch
        {
            { Status: ContractStatus.Pending } => GuardAnswer.Go,
            { Status: ContractStatus.Active } => GuardAnswer.Done(application.Id.Value),
            _ => GuardAnswer.Stop("The application was decided or withdrawn since the plan was made."),
        };
    }

    private TPort Port<TPort>()
        where TPort : class =>
        run.Target.Port<TPort>() ?? throw new InvalidOperationException($"{run.Target.Descriptor.DisplayName} declares a write and does not offer {typeof(TPort).Name}.");
}
