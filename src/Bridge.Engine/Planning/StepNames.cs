namespace Bridge.Engine.Planning;

/// <summary>The name of each kind of step, as in the <c>kind</c> of a plan file.</summary>
public static class StepNames
{
    private static readonly Cases Instance = new();

    /// <summary>Name of a step's kind.</summary>
    public static string Of(PlanStep step) => step.Match(Instance);

    private sealed class Cases : IStepCases<string>
    {
        public string AdoptObject(AdoptObject step) => "adopt";

        public string CreateGroup(CreateGroup step) => "createGroup";

        public string BuildTemplate(BuildTemplate step) => "buildTemplate";

        public string CreatePartner(CreatePartner step) => "createPartner";

        public string AmendPartner(AmendPartner step) => "amendPartner";

        public string JoinGroup(JoinGroup step) => "joinGroup";

        public string LeaveGroup(LeaveGroup step) => "leaveGroup";

        public string DecideApplication(DecideApplication step) => "decideApplication";

        public string EstablishContract(EstablishContract step) => "establishContract";

        public string CreateDeal(CreateDeal step) => "createDeal";

        public string CreateLink(CreateLink step) => "createLink";

        public string CreatePromoCode(CreatePromoCode step) => "createPromoCode";

        public string ExpirePromoCode(ExpirePromoCode step) => "expirePromoCode";

        public string DeleteGroup(DeleteGroup step) => "deleteGroup";

        public string DeleteDeal(DeleteDeal step) => "deleteDeal";

        public string ForgetObject(ForgetObject step) => "forget";

        public string KeepObject(KeepObject step) => "keep";
    }
}
