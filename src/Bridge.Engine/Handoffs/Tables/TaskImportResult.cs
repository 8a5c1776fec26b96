namespace Bridge.Engine.Handoffs.Tables;

/// <summary>What was taken from a table of tasks.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Changed">Tasks about which something new was written down.</param>
public sealed record TaskImportResult(int Rows, IReadOnlyList<string> Changed);
