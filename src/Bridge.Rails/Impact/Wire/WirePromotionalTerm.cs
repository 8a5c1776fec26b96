namespace Bridge.Rails.Impact.Wire;

/// <summary>A rule about how to promote; its text stays in the raw page.</summary>
internal sealed record WirePromotionalTerm(string? TermsName = null, string? TermsType = null);
