using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution;

/// <summary>Fills the symbolic references of a step with the ids that earlier steps produced.</summary>
internal sealed class StepReferences : IStepCases<PlanStep>
{
    private readonly Dictionary<string, string> produced = new(StringComparer.Ordinal);

    private StepReferences()
    {
    }

    /// <summary>The step with native ids, or null while one of them is not known.</summary>
    public static Task<PlanStep?> ResolveAsync(PlanStep step, RunJournal journal, CancellationToken cancellationToken) =>
        ResolveAsync(step, journal.FindAsync, cancellationToken);

    /// <summary>The same, with any source of step states.</summary>
    public static async Task<PlanStep?> ResolveAsync(PlanStep step, Func<string, CancellationToken, Task<StepRow?>> findStep, CancellationToken cancellationToken)
    {
        var references = new StepReferences();
        foreach (var reference in step.Match(Collector.Instance))
        {
            if (reference.Step is not { } producer || references.produced.ContainsKey(producer))
            {
                continue;
            }

            var row = await findStep(producer, cancellationToken);
            if (row?.TargetId is not { } id || !StepTransitions.IsSuccess(row.State))
            {
                return null;
            }

            references.produced[producer] = id;
        }

        return step.Match(references);
    }

    public PlanStep AdoptObject(AdoptObject step) => step;

    public PlanStep CreateGroup(CreateGroup step) => step;

    public PlanStep BuildTemplate(BuildTemplate step) => step;

    public PlanStep CreatePartner(CreatePartner step) => step with
    {
        Draft = step.Draft with
        {
            Template = step.Draft.Template is { } template ? Fill(template) : null,
            Groups = [.. step.Draft.Groups.Select(Fill)],
        },
    };

    public PlanStep AmendPartner(AmendPartner step) => step with { Amendment = step.Amendment with { Partner = Fill(step.Amendment.Partner) } };

    public PlanStep JoinGroup(JoinGroup step) => step with { Membership = Fill(step.Membership) };

    public PlanStep LeaveGroup(LeaveGroup step) => step with { Membership = Fill(step.Membership) };

    public PlanStep DecideApplication(DecideApplication step) => step with { Decision = step.Decision with { Partner = Fill(step.Decision.Partner) } };

    public PlanStep EstablishContract(EstablishContract step) => step with
    {
        Draft = step.Draft with { Partner = Fill(step.Draft.Partner), Template = Fill(step.Draft.Template) },
    };

    public PlanStep CreateDeal(CreateDeal step) => step;

    public PlanStep CreateLink(CreateLink step) => step with { Draft = step.Draft with { Partner = Fill(step.Draft.Partner) } };

    public PlanStep CreatePromoCode(CreatePromoCode step) => step with
    {
        Draft = step.Draft with { Owner = Fill(step.Draft.Owner), Deal = step.Draft.Deal is { } deal ? Fill(deal) : null },
    };

    public PlanStep ExpirePromoCode(ExpirePromoCode step) => step;

    public PlanStep DeleteGroup(DeleteGroup step) => step;

    public PlanStep DeleteDeal(DeleteDeal step) => step;

    public PlanStep ForgetObject(ForgetObject step) => step;

    public PlanStep KeepObject(KeepObject step) => step;

    private TargetRef Fill(TargetRef reference) => reference.Step is { } producer ? TargetRef.Known(produced[producer]) : reference;

    private GroupMembership Fill(GroupMembership membership) => membership with
    {
        Group = Fill(membership.Group),
        Partners = [.. membership.Partners.Select(Fill)],
    };

    private sealed class Collector : IStepCases<IEnumerable<TargetRef>>
    {
        public static Collector Instance { get; } = new();

        public IEnumerable<TargetRef> AdoptObject(AdoptObject step) => [];

        public IEnumerable<TargetRef> CreateGroup(CreateGroup step) => [];

        public IEnumerable<TargetRef> BuildTemplate(BuildTemplate step) => [];

        public IEnumerable<TargetRef> CreatePartner(CreatePartner step) =>
            step.Draft.Template is { } template ? step.Draft.Groups.Append(template) : step.Draft.Groups;

        public IEnumerable<TargetRef> AmendPartner(AmendPartner step) => [step.Amendment.Partner];

        public IEnumerable<TargetRef> JoinGroup(JoinGroup step) => step.Membership.Partners.Append(step.Membership.Group);

        public IEnumerable<TargetRef> LeaveGroup(LeaveGroup step) => step.Membership.Partners.Append(step.Membership.Group);

        public IEnumerable<TargetRef> DecideApplication(DecideApplication step) => [step.Decision.Partner];

        public IEnumerable<TargetRef> EstablishContract(EstablishContract step) => [step.Draft.Partner, step.Draft.Template];

        public IEnumerable<TargetRef> CreateDeal(CreateDeal step) => [];

        public IEnumerable<TargetRef> CreateLink(CreateLink step) => [step.Draft.Partner];

        public IEnumerable<TargetRef> CreatePromoCode(CreatePromoCode step) =>
            step.Draft.Deal is { } deal ? [step.Draft.Owner, deal] : [step.Draft.Owner];

        public IEnumerable<TargetRef> ExpirePromoCode(ExpirePromoCode step) => [];

        public IEnumerable<TargetRef> DeleteGroup(DeleteGroup step) => [];

        public IEnumerable<TargetRef> DeleteDeal(DeleteDeal step) => [];

        public IEnumerable<TargetRef> ForgetObject(ForgetObject step) => [];

        public IEnumerable<TargetRef> KeepObject(KeepObject step) => [];
    }
}
