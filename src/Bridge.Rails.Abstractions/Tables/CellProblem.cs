namespace Bridge.Rails.Abstractions.Tables;

/// <summary>A cell that cannot be read.</summary>
/// <param name="Column">Column.</param>
/// <param name="Value">Text, cut; null when it may be personal or is blank.</param>
/// <param name="Fatal">True when the row makes no record without it.</param>
/// <param name="Rule">What it must be.</param>
public sealed record CellProblem(string Column, string? Value, bool Fatal, string Rule);
