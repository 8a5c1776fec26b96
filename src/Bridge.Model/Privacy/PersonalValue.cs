namespace Bridge.Model.Privacy;

/// <summary>
/// A personal value as everything outside the vault sees it: a keyed hash of the normalised value. Equal values of one
/// installation have equal hashes, so matching and comparing work; the value itself rests in the vault alone.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">Keyed hash of the normalised value, 32 lower-case hexadecimal characters.</param>
public readonly record struct PersonalValue(PersonalKind Kind, string Hash)
{
    /// <inheritdoc />
    public override string ToString() => $"{Kind}#{(Hash is { Length: > 8 } ? Hash[..8] : Hash)}";
}
