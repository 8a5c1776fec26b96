namespace Bridge.Engine.Handoffs;

/// <summary>
/// A file with personal values that its holder deleted from the outbox. It lies there until a process that owns the migration
/// journals it; name and hash are kept, nothing of what the file held.
/// </summary>
/// <param name="Pack">Hand-off.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="By">Who deleted it.</param>
/// <param name="At">When.</param>
public sealed record PackRemoval(string Pack, string File, string Sha256, long Bytes, string By, DateTimeOffset At)
{
    /// <summary>Document kind in the run store; the key is the hand-off.</summary>
    public const string Kind = "packRemoval";

    /// <summary>Name under which it lies in the outbox until it is journaled.</summary>
    public static string IdOf(string handoff) => "removed-" + handoff;
}
