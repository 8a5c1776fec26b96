using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Planning;

/// <summary>Steps that take over what exists: no call, and an inverse that forgets.</summary>
internal static class Adoption
{
    public static AdoptObject Of(EntityKind entity, string source, string targetId, string evidence, string? fingerprint = null) => new()
    {
        Id = StepIds.Of(entity, source, "adopt"),
        Entity = entity,
        Source = source,
        Counts = Outcome.Adopted,
        Channel = StepChannel.None,
        Class = OperationClass.Declarative,
        Reversibility = Reversibility.Reversible,
        Inverse = "forget that the two belong together",
        TargetId = targetId,
        Why = evidence,
        Fingerprint = fingerprint,
    };
}
