namespace Bridge.Engine.Yaml;

/// <summary>A key that somebody asked for: what a JSON schema of the same file must say, too.</summary>
/// <param name="Pattern">Path; <c>*</c> stands for a free key, <c>[]</c> for each item.</param>
/// <param name="Form">text, texts, flag, wholeNumber, number, section, sections, sectionMap, textMap or textsMap.</param>
/// <param name="Choices">Words that it takes, in order, joined by a bar; empty when it is free.</param>
internal sealed record KnownKey(string Pattern, string Form, string Choices);
