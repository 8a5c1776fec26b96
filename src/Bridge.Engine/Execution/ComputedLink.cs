namespace Bridge.Engine.Execution;

/// <summary>How the id map tells links that were computed from those that the target gave back: by a mark before the hash of the draft.</summary>
internal static class ComputedLink
{
    private const string Mark = "computed:";

    /// <summary>The hash as it rests in the id map.</summary>
    public static string? HashOf(string? fingerprint) => fingerprint is null ? null : Mark + fingerprint;

    /// <summary>True for a link that was computed.</summary>
    public static bool Is(IdMapRow row) => row.DraftHash?.StartsWith(Mark, StringComparison.Ordinal) == true;

    /// <summary>The hash of the draft without the mark.</summary>
    public static string? DraftOf(IdMapRow row) => Is(row) ? row.DraftHash![Mark.Length..] : row.DraftHash;
}
