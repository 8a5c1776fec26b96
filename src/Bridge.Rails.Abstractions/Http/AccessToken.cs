namespace Bridge.Rails.Abstractions.Http;

/// <summary>A token with a lifetime.</summary>
/// <param name="Value">The token.</param>
/// <param name="Lifetime">How long it lives from now; null when the rail does not say, then it is used until it is refused.</param>
public sealed record AccessToken(SecretText Value, TimeSpan? Lifetime);
