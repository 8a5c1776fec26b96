using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Rollback;

/// <summary>The step that takes an applied step back, by what the target declares (section 4.3 of the reliability contract).</summary>
/// <param name="target">Target rail.</param>
internal sealed class StepInverse(RailDescriptor target)
{
    private readonly Dictionary<string, List<string>> leavesByGroup = new(StringComparer.Ordinal);

    /// <summary>The inverse.</summary>
    /// <param name="step">Applied step.</param>
    /// <param name="row">What became of it.</param>
    public PlanStep Of(PlanStep step, StepRow row)
    {
        var inverse = step.Match(new Cases(this, step, row));
        return inverse with
        {
            Undoes = step.Id,
            Label = step.Label,
            Partner = step.Partner,

            // The class is the one that was declared before the apply: a rollback brings no surprises.
            Reversibility = inverse is KeepObject ? inverse.Reversibility : step.Reversibility,
            Inverse = null,
        };
    }

    private bool Offers(EntityKind entity, WriteVerb verb) => target.Capabilities.Operation(entity, verb, StepChannel.Api) is not null;

    private TStep Declare<TStep>(TStep step, WriteVerb verb)
        where TStep : PlanStep
    {
        var operation = target.Capabilities.Operation(step.Entity, verb, StepChannel.Api)!;
        return step with { Class = operation.Class, SideEffect = operation.SideEffect, Mail = operation.Mail };
    }

    private sealed class Cases(StepInverse inverse, PlanStep step, StepRow row) : IStepCases<PlanStep>
    {
        private string Key => StepIds.KeyOf(step.Id);

        // A row that a guard turned into an adoption was not made by us, whatever was planned.
        private bool Ours => row.State == StepState.Applied;

        public PlanStep CreatePromoCode(CreatePromoCode made) => !Ours ? Forget(made) :
            !inverse.Offers(EntityKind.PromoCode, WriteVerb.Expire) ? Keep("the code stays active; end it in the portal") :
            inverse.Declare(
                new ExpirePromoCode
                {
                    Id = Id("expire"),
                    Entity = EntityKind.PromoCode,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    Row = made.Source,
                    TargetId = new PromoCodeId(row.TargetId!),
                    Made = made.Draft with { Owner = made.Draft.Owner },
                    Why = "ends what the run began",
                },
                WriteVerb.Expire);

        public PlanStep CreateLink(CreateLink made) => Keep("the link goes on working; leave it unused");

        public PlanStep EstablishContract(EstablishContract made) => Keep(made.Channel == StepChannel.Implied
            ? "the contract stays; expire it in the portal if the partner must stop"
            : "the contract stays switched; switch it back in the portal if it must");

        public PlanStep DecideApplication(DecideApplication made) => Keep("the first decision on an application is final");

        public PlanStep JoinGroup(JoinGroup made)
        {
            if (!inverse.Offers(EntityKind.PartnerGroup, WriteVerb.RemoveMembers))
            {
                return Keep("the partners stay in the group; take them out in the portal");
            }

            var leave = inverse.Declare(
                new LeaveGroup
                {
                    Id = Id("leave-" + step.Id[(step.Id.LastIndexOf("/join-", StringComparison.Ordinal) + "/join-".Length)..]),
                    Entity = EntityKind.PartnerGroup,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    Membership = made.Membership with { Group = TargetRef.Known(row.TargetId!) },
                    Why = "they were not in the group before the run",
                },
                WriteVerb.RemoveMembers);
            if (!inverse.leavesByGroup.TryGetValue(made.Membership.GroupName, out var leaves))
            {
                inverse.leavesByGroup[made.Membership.GroupName] = leaves = [];
            }

            leaves.Add(leave.Id);
            return leave;
        }

        public PlanStep AmendPartner(AmendPartner made) => !inverse.Offers(EntityKind.Partner, WriteVerb.Amend) ? Keep("the values stay") :
            inverse.Declare(
                new AmendPartner
                {
                    Id = Id("restore"),
                    Entity = EntityKind.Partner,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    Amendment = made.Amendment with { Before = made.Amendment.After, After = made.Amendment.Before },
                    Why = "puts back what was there before the run",
                },
                WriteVerb.Amend);

        public PlanStep AdoptObject(AdoptObject taken) => inverse.Listable(taken.Entity)
            ? Forget(taken)
            : Keep("an earlier run made it and the target cannot list it, so Bridge goes on remembering it") with { Reversibility = Reversibility.Reversible };

        public PlanStep CreatePartner(CreatePartner made) => Ours
            ? Keep("the account stays; a later apply takes it over")
            : Forget(made);

        public PlanStep CreateGroup(CreateGroup made) => !Ours ? Forget(made) :
            !inverse.Offers(EntityKind.PartnerGroup, WriteVerb.Delete) ? Keep("the group stays; delete it in the portal") :
            inverse.Declare(
                new DeleteGroup
                {
                    Id = Id("delete"),
                    Entity = EntityKind.PartnerGroup,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    Row = made.Source,
                    TargetId = new PartnerGroupId(row.TargetId!),
                    Name = made.Draft.Name,
                    DependsOn = inverse.leavesByGroup.GetValueOrDefault(made.Draft.Name)?.ToValueList() ?? [],
                    Why = "the run made it",
                },
                WriteVerb.Delete);

        public PlanStep CreateDeal(CreateDeal made) => !Ours ? Forget(made) :
            !inverse.Offers(EntityKind.Deal, WriteVerb.Delete) ? Keep("the deal stays; delete it in the portal") :
            inverse.Declare(
                new DeleteDeal
                {
                    Id = Id("delete"),
                    Entity = EntityKind.Deal,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    TargetId = new DealId(row.TargetId!),
                    Name = made.Draft.Name,
                    Why = "the run made it",
                },
                WriteVerb.Delete);

        public PlanStep BuildTemplate(BuildTemplate made) => Keep("the template stays in the portal, and is known to a later apply") with { Row = Key };

        public PlanStep LeaveGroup(LeaveGroup made) => throw Never();

        public PlanStep ExpirePromoCode(ExpirePromoCode made) => throw Never();

        public PlanStep DeleteGroup(DeleteGroup made) => throw Never();

        public PlanStep DeleteDeal(DeleteDeal made) => throw Never();

        public PlanStep ForgetObject(ForgetObject made) => throw Never();

        public PlanStep KeepObject(KeepObject made) => throw Never();

        private static InvalidOperationException Never() => new("A rollback is not taken back; make a new plan instead.");

        private string Id(string verb) => StepIds.Of(step.Entity, Key, verb);

        private KeepObject Keep(string remains) => new()
        {
            Id = Id("keep-" + step.Id[(step.Id.LastIndexOf('/') + 1)..]),
            Entity = step.Entity,
            Channel = StepChannel.None,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Irreversible,
            Row = step.Source,
            TargetId = row.TargetId,
            Fingerprint = step.Fingerprint,
            Remains = remains,
        };

        private ForgetObject Forget(PlanStep taken) => new()
        {
            Id = Id("forget"),
            Entity = taken.Entity,
            Channel = StepChannel.None,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            Row = taken.Source,
            TargetId = row.TargetId ?? "",
            Why = "the object was there before the run; Bridge only forgets that the two belong together",
        };
    }

    private bool Listable(EntityKind entity) => target.Capabilities.AccessTo(entity) is EntityAccess.Read or EntityAccess.ReadWrite;
}
