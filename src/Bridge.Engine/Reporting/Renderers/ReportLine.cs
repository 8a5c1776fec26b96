namespace Bridge.Engine.Reporting.Renderers;

/// <summary>One line of a terminal report, without colour codes and not wider than asked for.</summary>
/// <param name="Style">What it is.</param>
/// <param name="Text">Text; empty for a blank line.</param>
public sealed record ReportLine(LineStyle Style, string Text);
