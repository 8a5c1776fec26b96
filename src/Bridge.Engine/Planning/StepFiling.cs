using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Planning;

/// <summary>As what the record of a step may count, by the kind of step.</summary>
internal sealed class StepFiling : IStepCases<bool>
{
    private readonly PlanStep step;

    private StepFiling(PlanStep step) => this.step = step;

    private bool Creates => step.Counts == Outcome.Created;

    private bool Updates => step.Counts == Outcome.Updated;

    /// <exception cref="ConservationException">The step decides about a record under an outcome or an id that is not its own.</exception>
    public static void Require(PlanStep step)
    {
        if (!step.Match(new StepFiling(step)))
        {
            throw new ConservationException($"{EntityNames.Of(step.Entity)} '{step.Source}' is filed as {step.Counts?.ToString() ?? "nothing"} by the step '{step.Id}', which does something else.");
        }

        // Groups are made under their name: several of the source may become one.
        var id = step is CreateGroup ? step.Id : StepIds.Of(step.Entity, step.Source!, step.Id[(step.Id.LastIndexOf('/') + 1)..]);
        if (!string.Equals(id, step.Id, StringComparison.Ordinal))
        {
            throw new ConservationException($"{EntityNames.Of(step.Entity)} '{step.Source}' is filed under the step '{step.Id}' of another record.");
        }
    }

    public bool AdoptObject(AdoptObject step) => step.Counts == Outcome.Adopted;

    public bool CreateGroup(CreateGroup step) => Creates;

    public bool BuildTemplate(BuildTemplate step) => false;

    public bool CreatePartner(CreatePartner step) => Creates;

    public bool AmendPartner(AmendPartner step) => Updates;

    public bool JoinGroup(JoinGroup step) => false;

    public bool LeaveGroup(LeaveGroup step) => false;

    public bool DecideApplication(DecideApplication step) => Creates;

    public bool EstablishContract(EstablishContract step) => step.Before is null || step.Channel == StepChannel.Implied ? Creates : Updates;

    public bool CreateDeal(CreateDeal step) => false;

    public bool CreateLink(CreateLink step) => Creates || Updates;

    public bool CreatePromoCode(CreatePromoCode step) => Creates;

    public bool ExpirePromoCode(ExpirePromoCode step) => false;

    public bool DeleteGroup(DeleteGroup step) => false;

    public bool DeleteDeal(DeleteDeal step) => false;

    public bool ForgetObject(ForgetObject step) => false;

    public bool KeepObject(KeepObject step) => false;
}
