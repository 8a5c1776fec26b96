using Bridge.Engine.Planning;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Reporting.Changes;

/// <summary>Whom and what a step is about, in the words of people.</summary>
internal static class StepSubject
{
    private static readonly Labels LabelCases = new();
    private static readonly Owners OwnerCases = new();

    /// <summary>Name of the record or object; null when it has none.</summary>
    public static string? LabelOf(PlanStep step) => step.Label ?? step.Match(LabelCases);

    /// <summary>Source key of its partner; the partner's reference on the target when the plan does not name the source.</summary>
    public static string? PartnerOf(PlanStep step) =>
        step.Partner ?? (step.Entity == EntityKind.Partner && step.Source is not null ? step.Source : step.Match(OwnerCases)?.ToString());

    /// <summary>Object on the target that the step is about; null when there is none yet.</summary>
    public static string? TargetOf(PlanStep step) => step switch
    {
        AdoptObject adopt => adopt.TargetId,
        AmendPartner amend => amend.Amendment.Partner.Id,
        ForgetObject forget => forget.TargetId,
        KeepObject keep => keep.TargetId,
        ExpirePromoCode expire => expire.TargetId.Value,
        DeleteGroup group => group.TargetId.Value,
        DeleteDeal deal => deal.TargetId.Value,
        DecideApplication decide => decide.Decision.Application.Value,
        EstablishContract { Draft.Replaces: { } replaced } => replaced.Value,
        _ => null,
    };

    private sealed class Labels : IStepCases<string?>
    {
        public string? AdoptObject(AdoptObject step) => null;

        public string? CreateGroup(CreateGroup step) => step.Draft.Name;

        public string? BuildTemplate(BuildTemplate step) => step.Draft.Name;

        public string? CreatePartner(CreatePartner step) => step.Draft.Name;

        public string? AmendPartner(AmendPartner step) => null;

        public string? JoinGroup(JoinGroup step) => step.Membership.GroupName;

        public string? LeaveGroup(LeaveGroup step) => step.Membership.GroupName;

        public string? DecideApplication(DecideApplication step) => null;

        public string? EstablishContract(EstablishContract step) => step.Draft.TemplateName;

        public string? CreateDeal(CreateDeal step) => step.Draft.Name;

        public string? CreateLink(CreateLink step) => step.Draft.VanityPath ?? step.Draft.Destination;

        public string? CreatePromoCode(CreatePromoCode step) => step.Draft.Code;

        public string? ExpirePromoCode(ExpirePromoCode step) => step.Made.Code;

        public string? DeleteGroup(DeleteGroup step) => step.Name;

        public string? DeleteDeal(DeleteDeal step) => step.Name;

        public string? ForgetObject(ForgetObject step) => null;

        public string? KeepObject(KeepObject step) => null;
    }

    private sealed class Owners : IStepCases<TargetRef?>
    {
        public TargetRef? AdoptObject(AdoptObject step) => step.Entity == EntityKind.Partner ? TargetRef.Known(step.TargetId) : null;

        public TargetRef? CreateGroup(CreateGroup step) => null;

        public TargetRef? BuildTemplate(BuildTemplate step) => null;

        public TargetRef? CreatePartner(CreatePartner step) => TargetRef.Of(step.Id);

        public TargetRef? AmendPartner(AmendPartner step) => step.Amendment.Partner;

        public TargetRef? JoinGroup(JoinGroup step) => null;

        public TargetRef? LeaveGroup(LeaveGroup step) => null;

        public TargetRef? DecideApplication(DecideApplication step) => step.Decision.Partner;

        public TargetRef? EstablishContract(EstablishContract step) => step.Draft.Partner;

        public TargetRef? CreateDeal(CreateDeal step) => null;

        public TargetRef? CreateLink(CreateLink step) => step.Draft.Partner;

        public TargetRef? CreatePromoCode(CreatePromoCode step) => step.Draft.Owner;

        public TargetRef? ExpirePromoCode(ExpirePromoCode step) => step.Made.Owner;

        public TargetRef? DeleteGroup(DeleteGroup step) => null;

        public TargetRef? DeleteDeal(DeleteDeal step) => null;

        public TargetRef? ForgetObject(ForgetObject step) => step.Entity == EntityKind.Partner ? TargetRef.Known(step.TargetId) : null;

        public TargetRef? KeepObject(KeepObject step) => step.Entity == EntityKind.Partner && step.TargetId is { } id ? TargetRef.Known(id) : null;
    }
}
