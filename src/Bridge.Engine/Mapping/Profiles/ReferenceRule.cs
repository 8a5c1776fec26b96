namespace Bridge.Engine.Mapping.Profiles;

/// <summary>An id of the source that is kept on the partner at the target.</summary>
/// <param name="Target">Reference scheme of the target.</param>
/// <param name="Source">Reference scheme of the source.</param>
public sealed record ReferenceRule(string Target, string Source);
