namespace Bridge.Engine.Reporting.Documents;

/// <summary>One key figure.</summary>
/// <param name="Value">The figure as text.</param>
/// <param name="Label">What it counts.</param>
/// <param name="Tone">How it is meant.</param>
public sealed record Figure(string Value, string Label, Tone Tone = Tone.Neutral);
