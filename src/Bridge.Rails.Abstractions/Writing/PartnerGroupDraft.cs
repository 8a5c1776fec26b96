namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A partner group to be made.</summary>
/// <param name="Name">Name; the natural key.</param>
public sealed record PartnerGroupDraft(string Name);
