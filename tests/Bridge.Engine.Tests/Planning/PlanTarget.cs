using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Planning;

/// <summary>The target of <see cref="Given"/> with the operations that a planner asks for.</summary>
internal static class PlanTarget
{
    public static RailDescriptor Rail { get; } = Given.Target with
    {
        Capabilities = Given.Target.Capabilities with
        {
            Entities =
            [
                new(EntityKind.Partner, EntityAccess.ReadWrite, "test"),
                new(EntityKind.PartnerGroup, EntityAccess.ReadWrite, "test"),
                new(EntityKind.Contract, EntityAccess.ReadWrite, "test"),
                new(EntityKind.PromoCode, EntityAccess.ReadWrite, "test"),
                new(EntityKind.Deal, EntityAccess.ReadWrite, "test"),
                new(EntityKind.TrackingLink, EntityAccess.Write, "test"),
            ],
            Operations =
            [
                Api(EntityKind.Partner, WriteVerb.Create, OperationClass.Probeable, Reversibility.Irreversible, null, "a new account"),
                Api(EntityKind.Partner, WriteVerb.Amend, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.Amend),
                By(StepChannel.FilePack, EntityKind.Partner, WriteVerb.Create, "a mail"),
                By(StepChannel.WorkItem, EntityKind.Partner, WriteVerb.Create, "a mail"),
                Api(EntityKind.PartnerGroup, WriteVerb.Create, OperationClass.Probeable, Reversibility.Reversible, WriteVerb.Delete),
                Api(EntityKind.PartnerGroup, WriteVerb.Delete, OperationClass.Declarative, Reversibility.Irreversible, null),
                Api(EntityKind.PartnerGroup, WriteVerb.AddMembers, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.RemoveMembers),
                Api(EntityKind.PartnerGroup, WriteVerb.RemoveMembers, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.AddMembers),
                Api(EntityKind.Contract, WriteVerb.Accept, OperationClass.Declarative, Reversibility.Irreversible, null, "a mail"),
                By(StepChannel.Implied, EntityKind.Contract, WriteVerb.Create, null),
                By(StepChannel.WorkItem, EntityKind.Contract, WriteVerb.Switch, "a mail"),
                By(StepChannel.WorkItem, EntityKind.Template, WriteVerb.Create, null),
                Api(EntityKind.TrackingLink, WriteVerb.Create, OperationClass.Neither, Reversibility.Irreversible, null),
                Api(EntityKind.PromoCode, WriteVerb.Create, OperationClass.Probeable, Reversibility.Compensable, WriteVerb.Expire),
                Api(EntityKind.PromoCode, WriteVerb.Expire, OperationClass.Declarative, Reversibility.Irreversible, null),
                Api(EntityKind.Deal, WriteVerb.Create, OperationClass.Probeable, Reversibility.Reversible, WriteVerb.Delete),
                Api(EntityKind.Deal, WriteVerb.Delete, OperationClass.Declarative, Reversibility.Irreversible, null),
            ],
        },
    };

    private static WriteOperation Api(EntityKind entity, WriteVerb verb, OperationClass kind, Reversibility reversibility, WriteVerb? undo, string? sideEffect = null) => new()
    {
        Entity = entity,
        Verb = verb,
        Channel = StepChannel.Api,
        Class = kind,
        Reversibility = reversibility,
        Undo = undo,
        SideEffect = sideEffect,
        Mail = sideEffect is null ? PartnerMail.No : PartnerMail.Yes,
        Source = "test",
    };

    private static WriteOperation By(StepChannel channel, EntityKind entity, WriteVerb verb, string? sideEffect) => new()
    {
        Entity = entity,
        Verb = verb,
        Channel = channel,
        Class = OperationClass.Human,
        Reversibility = Reversibility.Irreversible,
        SideEffect = sideEffect,
        Mail = sideEffect is null ? PartnerMail.No : PartnerMail.Yes,
        Source = "test",
    };
}
