namespace Bridge.Engine.Reporting.Documents;

/// <summary>A name and its value.</summary>
/// <param name="Label">Name.</param>
/// <param name="Value">Value.</param>
/// <param name="Code">True for hashes and ids, which are shown letter by letter.</param>
public sealed record Fact(string Label, string Value, bool Code = false);
