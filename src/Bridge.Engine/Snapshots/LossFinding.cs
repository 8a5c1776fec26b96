using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>A loss of reading, told as a finding, so that it is seen in the snapshot's report.</summary>
internal static class LossFinding
{
    public const string Code = "BRG-SRC-011";

    public static Finding Of(EntityKind entity, string key, Loss loss) => new()
    {
        Code = Code,
        Severity = loss.Fidelity is Fidelity.Exact or Fidelity.Equivalent ? Severity.Note : Severity.Warning,
        Entity = entity,
        Subject = key,
        Place = loss.Path,
        Message = $"{loss.Code}: {loss.Message}",
        Remedy = "Compare the raw record; what matters can be set on the target by hand.",
    };
}
