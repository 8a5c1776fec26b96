namespace Bridge.Engine.Reporting.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Name">Header.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record Column(string Name, ColumnKind Kind = ColumnKind.Text);
