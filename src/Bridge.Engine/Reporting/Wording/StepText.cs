using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.Wording;

/// <summary>What a step does, in words.</summary>
public static class StepText
{
    private static readonly Cases Instance = new();

    /// <summary>The action, for example <c>create partner by prospect file</c>. Steps of one kind and way have one text.</summary>
    public static string Of(PlanStep step) => step.Match(Instance);

    private sealed class Cases : IStepCases<string>
    {
        public string AdoptObject(AdoptObject step) => $"adopt {Words.Singular(step.Entity)}";

        public string CreateGroup(CreateGroup step) => "create group";

        public string BuildTemplate(BuildTemplate step) => "build template terms";

        public string CreatePartner(CreatePartner step) => step.Entry switch
        {
            PartnerEntry.CreateDirectly => "create partner by API",
            PartnerEntry.ImportFile => "create partner by import file",
            PartnerEntry.ProspectFile => "invite partner by prospect file",
            PartnerEntry.InviteInPortal => "invite partner in the portal",
            _ => "take partner in by its application",
        };

        public string AmendPartner(AmendPartner step) => "set partner's reference values";

        public string JoinGroup(JoinGroup step) => "add partners to group";

        public string LeaveGroup(LeaveGroup step) => "take partners out of group";

        public string DecideApplication(DecideApplication step) => step.Decision.Accept ? "accept application" : "decline application";

        public string EstablishContract(EstablishContract step) =>
            step.Before is not null ? "switch contract terms" : step.Channel == StepChannel.Implied ? "contract comes with the partner" : "put partner on terms";

        public string CreateDeal(CreateDeal step) => "create deal";

        public string CreateLink(CreateLink step) => "create tracking link";

        public string CreatePromoCode(CreatePromoCode step) => "create promo code";

        public string ExpirePromoCode(ExpirePromoCode step) => "expire promo code";

        public string DeleteGroup(DeleteGroup step) => "delete group";

        public string DeleteDeal(DeleteDeal step) => "delete deal";

        public string ForgetObject(ForgetObject step) => $"forget adopted {Words.Singular(step.Entity)}";

        public string KeepObject(KeepObject step) => $"keep {Words.Singular(step.Entity)}";
    }
}
