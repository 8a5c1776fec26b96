namespace Bridge.Model.Partners;

/// <summary>An id that some other system gave to a partner, kept on the rail or in its export.</summary>
/// <param name="Scheme">Whose id it is, for example <c>rakuten.sid</c>, <c>rakuten.encryptedId</c>, <c>impact.value1</c>.</param>
/// <param name="Value">The id; letter case counts.</param>
public sealed record ExternalReference(string Scheme, string Value);
