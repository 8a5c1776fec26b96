namespace Bridge.Rails.Impact.Wire;

/// <summary>A partner's phone number with its ISO country.</summary>
internal sealed record WirePhone(string? Country = null, string? Number = null)
{
    public override string ToString() => nameof(WirePhone);
}
