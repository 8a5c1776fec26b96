using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>
/// Several rows claim one key with different content. The kept one stays in the stream, so that the record is counted, but it
/// is excluded: only a person can say which row is right.
/// </summary>
internal static class ConflictFinding
{
    public const string Code = "BRG-SRC-010";

    public static Finding Of(EntityKind entity, string key, RunMerge merge)
    {
        var named = string.Join(", ", merge.ConflictingHashes);
        var more = merge.ConflictingHashes.Count == RunMerge.NamedHashes && merge.Conflicts > RunMerge.NamedHashes ? ", ..." : "";
        return new Finding
        {
            Code = Code,
            Severity = Severity.Excluding,
            Entity = entity,
            Subject = key,
            Message = $"{merge.Conflicts + 1} rows have the key '{key}' and different content: raw record {merge.RawHash} is shown, {named}{more} contradict it.",
            Remedy = "Correct the source so that the key occurs once, or remove the wrong rows, and extract again.",
        };
    }
}
