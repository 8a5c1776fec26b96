namespace Bridge.Rails.Impact.Wire;

/// <summary>How clicks of a program travel. <c>DeepLinkDomains</c> is a comma list of hosts, a wildcard for subdomains.</summary>
internal sealed record WireGateway(string? DefaultLandingPage = null, bool? DeepLinking = null, string? DeepLinkDomains = null);
