namespace Bridge.Rails.Impact.Wire;

/// <summary>A partner's indirect tax registration.</summary>
internal sealed record WireTax(string? Country = null, string? Number = null)
{
    public override string ToString() => nameof(WireTax);
}
