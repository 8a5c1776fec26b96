namespace Bridge.Rails.Impact.Wire;

/// <summary>The brand's own values for a partner, written as MPValue1 to MPValue3.</summary>
internal sealed record WirePartnerValues(string? Value1 = null, string? Value2 = null, string? Value3 = null);
