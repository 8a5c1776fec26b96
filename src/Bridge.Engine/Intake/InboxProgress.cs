namespace Bridge.Engine.Intake;

/// <summary>How far the inbox was read.</summary>
/// <param name="File">File.</param>
/// <param name="Rows">Rows of it so far.</param>
public readonly record struct InboxProgress(string File, long Rows);
