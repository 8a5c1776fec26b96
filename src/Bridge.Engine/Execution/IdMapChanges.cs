using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Execution;

/// <summary>What a successful step does to the id map.</summary>
internal static class IdMapChanges
{
    public static IEnumerable<StoreChange> Of(PlanStep step, string? targetId, string runId) => step.Match(new Cases(targetId, runId));

    private sealed class Cases(string? targetId, string runId) : IStepCases<IEnumerable<StoreChange>>
    {
        public IEnumerable<StoreChange> AdoptObject(AdoptObject step) => Set(step, created: false);

        public IEnumerable<StoreChange> CreateGroup(CreateGroup step) => Set(step, created: true);

        public IEnumerable<StoreChange> BuildTemplate(BuildTemplate step) => targetId is null ? [] :
            [new StoreChange.SetIdMap(new IdMapRow { Entity = EntityKind.Template, Source = StepIds.KeyOf(step.Id), Target = targetId, Created = true, RunId = runId })];

        public IEnumerable<StoreChange> CreatePartner(CreatePartner step) => Set(step, created: true);

        public IEnumerable<StoreChange> AmendPartner(AmendPartner step) => [];

        public IEnumerable<StoreChange> JoinGroup(JoinGroup step) => [];

        public IEnumerable<StoreChange> LeaveGroup(LeaveGroup step) => [];

        public IEnumerable<StoreChange> DecideApplication(DecideApplication step) => Set(step, created: true);

        public IEnumerable<StoreChange> EstablishContract(EstablishContract step) => Set(step, created: true);

        public IEnumerable<StoreChange> CreateDeal(CreateDeal step) => [];

        public IEnumerable<StoreChange> CreateLink(CreateLink step) =>
            Set(step.Proof is null ? step : step with { Fingerprint = ComputedLink.HashOf(step.Fingerprint) }, created: true);

        public IEnumerable<StoreChange> CreatePromoCode(CreatePromoCode step) => Set(step, created: true);

        public IEnumerable<StoreChange> ExpirePromoCode(ExpirePromoCode step) => Remove(step);

        public IEnumerable<StoreChange> DeleteGroup(DeleteGroup step) => Remove(step);

        public IEnumerable<StoreChange> DeleteDeal(DeleteDeal step) => [];

        public IEnumerable<StoreChange> ForgetObject(ForgetObject step) => Remove(step);

        public IEnumerable<StoreChange> KeepObject(KeepObject step) => step.Row is null || step.TargetId is null ? [] :
        [
            new StoreChange.SetIdMap(new IdMapRow
            {
                Entity = step.Entity,
                Source = step.Row,
                Target = step.TargetId,
                Created = true,
                Kept = true,
                RunId = runId,
                DraftHash = step.Fingerprint,
            }),
        ];

        private static IEnumerable<StoreChange> Remove(PlanStep step) =>
            step.Row is null ? [] : [new StoreChange.RemoveIdMap(step.Entity, step.Row)];

        private IEnumerable<StoreChange> Set(PlanStep step, bool created) => step.Source is null || targetId is null ? [] :
        [
            new StoreChange.SetIdMap(new IdMapRow
            {
                Entity = step.Entity,
                Source = step.Source,
                Target = targetId,
                Created = created,
                RunId = runId,
                DraftHash = step.Fingerprint,
            }),
        ];
    }
}
