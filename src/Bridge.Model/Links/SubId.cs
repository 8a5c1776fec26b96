namespace Bridge.Model.Links;

/// <summary>A partner's own value that a link carries through to the reports.</summary>
/// <param name="Name">Parameter as the rail names it, for example <c>u1</c> or <c>subId1</c>.</param>
/// <param name="Value">Decoded value.</param>
public sealed record SubId(string Name, string Value);
