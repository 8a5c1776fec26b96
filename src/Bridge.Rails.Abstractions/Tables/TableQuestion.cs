namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What a sheet of a kind may leave open and only people know, as data: asked once per key.</summary>
/// <param name="Kind">Kind of the question.</param>
/// <param name="Key">Column whose value the question is about.</param>
/// <param name="Label">Column with the name that people know it by.</param>
/// <param name="When">Columns of which one has a value other than zero when the question arises.</param>
/// <param name="Blank">Column that would answer it; the question arises when it is blank.</param>
/// <param name="Text">The question; <c>{label}</c> and <c>{key}</c> are filled in.</param>
public sealed record TableQuestion(string Kind, string Key, string Label, IReadOnlyList<string> When, string Blank, string Text);
