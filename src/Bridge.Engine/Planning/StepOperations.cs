using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Planning;

/// <summary>Puts the target's declarations into steps: class, reversibility, inverse and side effects come from the rail, never from the planner.</summary>
/// <param name="target">Target rail.</param>
internal sealed class StepOperations(RailDescriptor target)
{
    /// <summary>True when the rail offers an operation.</summary>
    public bool Offers(EntityKind entity, WriteVerb verb, StepChannel channel) =>
        target.Capabilities.Operation(entity, verb, channel) is not null;

    /// <summary>True when an operation mails the partner, or may.</summary>
    public bool Mails(EntityKind entity, WriteVerb verb, StepChannel channel) =>
        target.Capabilities.Operation(entity, verb, channel) is { Mail: not PartnerMail.No };

    /// <summary>A step with the declarations of its operation.</summary>
    /// <exception cref="InvalidOperationException">The rail does not offer the operation: a defect, the planner asks first.</exception>
    public TStep Declare<TStep>(TStep step, WriteVerb verb)
        where TStep : PlanStep
    {
        var operation = target.Capabilities.Operation(step.Entity, verb, step.Channel)
            ?? throw new InvalidOperationException($"{target.DisplayName} does not declare {EntityNames.Of(step.Entity)} {verb} by {step.Channel}.");
        return step with
        {
            Class = operation.Class,
            Reversibility = operation.Reversibility,
            Inverse = operation.Undo is { } undo ? InverseText(undo) : null,
            SideEffect = operation.SideEffect,
            Mail = operation.Mail,
        };
    }

    private static string InverseText(WriteVerb undo) => undo switch
    {
        WriteVerb.Amend => "put the values back that were there before",
        WriteVerb.AddMembers => "add the partners to the group again",
        WriteVerb.RemoveMembers => "take the partners out of the group",
        WriteVerb.Expire => "expire it; the text stays taken",
        WriteVerb.Delete => "delete it",
        WriteVerb.Switch => "switch back",
        _ => undo.ToString(),
    };
}
