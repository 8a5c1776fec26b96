using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Rollback;

/// <summary>What a step of a rollback is about: entity, row of the id map, object on the target, partner; and the class it ends in.</summary>
/// <param name="Entity">Entity.</param>
/// <param name="Row">Source key of the row of the id map that it writes or removes; <see cref="NoRow"/> for kinds that touch none.</param>
/// <param name="Target">Native id; empty when there is none.</param>
/// <param name="Partner">Source key of the partner; empty when there is none.</param>
/// <param name="Class">Reversibility, the one that was declared before the apply; null when the object is kept for good.</param>
internal readonly record struct UndoneObject(EntityKind Entity, string Row, string Target, string Partner, Reversibility? Class)
{
    private const string NoRow = "*";

    /// <summary>As the step of the rollback says.</summary>
    public static UndoneObject Of(PlanStep undo) => undo switch
    {
        AmendPartner amend => new(undo.Entity, NoRow, amend.Amendment.Partner.Id ?? "", undo.Partner ?? "", undo.Reversibility),
        LeaveGroup leave => new(undo.Entity, NoRow, leave.Membership.Group.Id ?? "", undo.Partner ?? "", undo.Reversibility),
        DeleteDeal deal => new(undo.Entity, NoRow, deal.TargetId.Value, undo.Partner ?? "", undo.Reversibility),
        DeleteGroup group => new(undo.Entity, undo.Row ?? "", group.TargetId.Value, undo.Partner ?? "", undo.Reversibility),
        ExpirePromoCode code => new(undo.Entity, undo.Row ?? "", code.TargetId.Value, undo.Partner ?? "", undo.Reversibility),
        ForgetObject forget => new(undo.Entity, undo.Row ?? "", forget.TargetId, undo.Partner ?? "", undo.Reversibility),
        KeepObject keep => new(undo.Entity, undo.Row ?? "", keep.TargetId ?? "", undo.Partner ?? "", keep.Reversibility == Reversibility.Irreversible ? null : keep.Reversibility),
        _ => new(undo.Entity, "", "", undo.Partner ?? "", undo.Reversibility),
    };

    /// <summary>What may take an applied step back: with its row of the id map, or by a kind that touches none.</summary>
    /// <param name="applied">Step of the run.</param>
    /// <param name="row">What became of it.</param>
    public static IEnumerable<UndoneObject> Expected(PlanStep applied, StepRow row)
    {
        var partner = applied.Partner ?? "";
        var record = applied is BuildTemplate ? StepIds.KeyOf(applied.Id) : applied.Source ?? "";
        var target = row.TargetId ?? "";
        yield return new(applied.Entity, record, target, partner, applied.Reversibility);
        yield return new(applied.Entity, record, target, partner, null);
        yield return new(applied.Entity, NoRow, applied is AmendPartner { Amendment.Partner.Id: { } amended } ? amended : target, partner, applied.Reversibility);
    }
}
