namespace Bridge.Rails.Abstractions.Settings;

/// <summary>A place in a file that a person wrote.</summary>
/// <param name="File">File as the person named it.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public readonly record struct FileLocation(string File, int Line, int Column)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}:{Column}";
}
