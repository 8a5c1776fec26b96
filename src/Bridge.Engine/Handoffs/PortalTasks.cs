using Bridge.Engine.Handoffs.Results;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs;

/// <summary>Asks the target's portal guide for the task of a step.</summary>
internal static class PortalTasks
{
    /// <summary>The task of a hand-off again, as it was when it was handed out.</summary>
    public static PortalTask Of(Handoff handoff, PlanStep step, IRail target) => handoff switch
    {
        { Form: OutcomeQuestion.Form } when PackQuestion.Owns(handoff.Id) => PackQuestion.Of(handoff),
        { Form: OutcomeQuestion.Form } => OutcomeQuestion.Of(step),
        _ => Of(step, target),
    };

    /// <summary>The task of a resolved step.</summary>
    public static PortalTask Of(PlanStep step, IRail target)
    {
        var guide = target.Port<IPortalGuide>()
            ?? throw new InvalidOperationException($"{target.Descriptor.DisplayName} declares work items and offers no guide to its portal.");
        return step switch
        {
            BuildTemplate build => guide.BuildTemplate(build.Draft),
            EstablishContract establish => guide.SwitchContract(establish.Draft),
            CreatePartner create => guide.InvitePartner(create.Draft),
            _ => throw new InvalidOperationException($"Step '{step.Id}' is planned as a task, but there is none for its kind."),
        };
    }
}
