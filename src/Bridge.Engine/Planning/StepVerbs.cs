using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Planning;

/// <summary>The write that a step is on the target; null for Bridge's own records.</summary>
public sealed class StepVerbs : IStepCases<WriteVerb?>
{
    private static readonly StepVerbs Instance = new();

    private StepVerbs()
    {
    }

    /// <summary>The operations of the target that a plan needs by API, each once.</summary>
    public static async Task<IReadOnlyList<WriteOperation>> NeededAsync(IPlanSource plan, RailDescriptor target, CancellationToken cancellationToken)
    {
        var needed = new HashSet<WriteOperation>();
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            if (step.Channel == StepChannel.Api && step.Match(Instance) is { } verb && target.Capabilities.Operation(step.Entity, verb, StepChannel.Api) is { } operation)
            {
                needed.Add(operation);
            }
        }

        return [.. target.Capabilities.Operations.Where(needed.Contains)];
    }

    /// <inheritdoc />
    public WriteVerb? AdoptObject(AdoptObject step) => null;

    /// <inheritdoc />
    public WriteVerb? CreateGroup(CreateGroup step) => WriteVerb.Create;

    /// <inheritdoc />
    public WriteVerb? BuildTemplate(BuildTemplate step) => WriteVerb.Create;

    /// <inheritdoc />
    public WriteVerb? CreatePartner(CreatePartner step) => WriteVerb.Create;

    /// <inheritdoc />
    public WriteVerb? AmendPartner(AmendPartner step) => WriteVerb.Amend;

    /// <inheritdoc />
    public WriteVerb? JoinGroup(JoinGroup step) => WriteVerb.AddMembers;

    /// <inheritdoc />
    public WriteVerb? LeaveGroup(LeaveGroup step) => WriteVerb.RemoveMembers;

    /// <inheritdoc />
    public WriteVerb? DecideApplication(DecideApplication step) => step.Decision.Accept ? WriteVerb.Accept : WriteVerb.Decline;

    /// <inheritdoc />
    public WriteVerb? EstablishContract(EstablishContract step) => WriteVerb.Switch;

    /// <inheritdoc />
    public WriteVerb? CreateDeal(CreateDeal step) => WriteVerb.Create;

    /// <inheritdoc />
    public WriteVerb? CreateLink(CreateLink step) => WriteVerb.Create;

    /// <inheritdoc />
    public WriteVerb? CreatePromoCode(CreatePromoCode step) => WriteVerb.Create;

    /// <inheritdoc />
    public WriteVerb? ExpirePromoCode(ExpirePromoCode step) => WriteVerb.Expire;

    /// <inheritdoc />
    public WriteVerb? DeleteGroup(DeleteGroup step) => WriteVerb.Delete;

    /// <inheritdoc />
    public WriteVerb? DeleteDeal(DeleteDeal step) => WriteVerb.Delete;

    /// <inheritdoc />
    public WriteVerb? ForgetObject(ForgetObject step) => null;

    /// <inheritdoc />
    public WriteVerb? KeepObject(KeepObject step) => null;
}
