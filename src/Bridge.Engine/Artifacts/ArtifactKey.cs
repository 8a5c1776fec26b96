namespace Bridge.Engine.Artifacts;

/// <summary>
/// Name of one artifact: lower-case segments of letters, digits, dot, hyphen and underscore, joined by slashes. Made by
/// <see cref="MigrationKeys"/> only; a key can never leave its migration's folder.
/// </summary>
public readonly record struct ArtifactKey
{
    /// <summary>Makes a key of its segments.</summary>
    /// <exception cref="ArgumentException">A segment is empty, relative or holds a character that is not allowed.</exception>
    public ArtifactKey(params ReadOnlySpan<string> segments)
    {
        foreach (var segment in segments)
        {
            if (!IsSegment(segment))
            {
                throw new ArgumentException($"'{segment}' is no segment of an artifact key: use a-z, 0-9, '.', '-' and '_'.", nameof(segments));
            }
        }

        Path = string.Join('/', segments!);
    }

    /// <summary>The whole name.</summary>
    public string Path { get; }

    /// <summary>Reads a name that a store listed.</summary>
    public static ArtifactKey Parse(string path) => new(path.Split('/'));

    /// <summary>True when a text can be a segment.</summary>
    public static bool IsSegment(string? text) =>
        !string.IsNullOrEmpty(text) && text.Length <= 100 && text is not ("." or "..") &&
        text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '-' or '_');

    /// <inheritdoc />
    public override string ToString() => Path;
}
