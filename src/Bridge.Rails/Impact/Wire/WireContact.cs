namespace Bridge.Rails.Impact.Wire;

/// <summary>A person at a partner. The address is masked until a partnership exists.</summary>
internal sealed record WireContact(string? FirstName = null, string? LastName = null, string? Email = null, bool? IsPrimary = null)
{
    public override string ToString() => nameof(WireContact);
}
