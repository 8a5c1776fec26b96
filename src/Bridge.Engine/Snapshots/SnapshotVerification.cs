namespace Bridge.Engine.Snapshots;

/// <summary>What a check of a whole snapshot found.</summary>
/// <param name="Problems">What is wrong; empty when the snapshot is what was sealed.</param>
/// <param name="Files">Files read.</param>
/// <param name="Records">Records read.</param>
/// <param name="RawFilesAbsent">Files of raw pages that are gone: retention removes them, nothing else may.</param>
public sealed record SnapshotVerification(IReadOnlyList<SnapshotProblem> Problems, int Files, long Records, int RawFilesAbsent)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool Intact => Problems.Count == 0;
}
