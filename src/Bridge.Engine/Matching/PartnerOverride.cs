namespace Bridge.Engine.Matching;

/// <summary>One row of the overrides file.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Kind">Decision.</param>
/// <param name="Target">Native id on the target; null unless the decision names one.</param>
/// <param name="Line">Line in the file.</param>
public sealed record PartnerOverride(string Source, OverrideKind Kind, string? Target, int Line);
