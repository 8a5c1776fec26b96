namespace Bridge.Simulation.Impact.Terms;

/// <summary>A rule about how to promote.</summary>
/// <param name="TermsName">Display name.</param>
/// <param name="TermsType">CUSTOM, EMAIL, COPYWRITING, PAID_SEARCH, SEO, TRADEMARK or APPROVAL.</param>
/// <param name="TermsContent">HTML.</param>
public sealed record PromotionalTerm(string TermsName, string TermsType, string TermsContent);
