namespace Bridge.Rails.Impact.Wire;

/// <summary>A partner's address. Country is an ISO code by the text, a name of impact.com's own list by the sample values.</summary>
internal sealed record WireAddress(
    string? Country = null, string? Address1 = null, string? Address2 = null, string? City = null, string? State = null, string? PostalCode = null)
{
    public override string ToString() => nameof(WireAddress);
}
