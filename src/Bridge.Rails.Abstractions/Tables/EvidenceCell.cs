namespace Bridge.Rails.Abstractions.Tables;

/// <summary>A cell that says, or fails to say, how its file is written.</summary>
/// <param name="Line">Line.</param>
/// <param name="Column">Column.</param>
/// <param name="Text">Text; dates and numbers alone, never personal.</param>
internal sealed record EvidenceCell(int Line, string Column, string Text);
