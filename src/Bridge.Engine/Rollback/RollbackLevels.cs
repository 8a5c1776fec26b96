using Bridge.Engine.Planning;

namespace Bridge.Engine.Rollback;

/// <summary>When a step is taken back: 1 first. 0 for steps of a rollback, which is never taken back itself.</summary>
internal sealed class RollbackLevels : IStepCases<int>
{
    public static RollbackLevels Instance { get; } = new();

    public int AdoptObject(AdoptObject step) => 4;

    public int CreateGroup(CreateGroup step) => 6;

    public int BuildTemplate(BuildTemplate step) => 6;

    public int CreatePartner(CreatePartner step) => 5;

    public int AmendPartner(AmendPartner step) => 3;

    public int JoinGroup(JoinGroup step) => 2;

    public int LeaveGroup(LeaveGroup step) => 0;

    public int DecideApplication(DecideApplication step) => 1;

    public int EstablishContract(EstablishContract step) => 1;

    public int CreateDeal(CreateDeal step) => 6;

    public int CreateLink(CreateLink step) => 1;

    public int CreatePromoCode(CreatePromoCode step) => 1;

    public int ExpirePromoCode(ExpirePromoCode step) => 0;

    public int DeleteGroup(DeleteGroup step) => 0;

    public int DeleteDeal(DeleteDeal step) => 0;

    public int ForgetObject(ForgetObject step) => 0;

    public int KeepObject(KeepObject step) => 0;
}
