namespace Bridge.Rails.Abstractions.Writing;

/// <summary>One value to type or choose in a portal, with nothing left to interpret.</summary>
/// <param name="Screen">Where: the screen or section, in the portal's words.</param>
/// <param name="Field">What: the field or button.</param>
/// <param name="Value">What to type or choose; empty for a button.</param>
/// <param name="Note">What is to be known about it; empty for nothing.</param>
public sealed record SheetLine(string Screen, string Field, string Value, string Note = "");
