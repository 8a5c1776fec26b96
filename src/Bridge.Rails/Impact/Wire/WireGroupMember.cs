namespace Bridge.Rails.Impact.Wire;

/// <summary>A member of a partner group.</summary>
internal sealed record WireGroupMember(string? PartnerId = null, string? PartnerName = null);
