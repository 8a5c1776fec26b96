using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.Conformance;

/// <summary>Secrets by reference (<c>env:NAME</c>) from a table.</summary>
/// <param name="secrets">Secret by name.</param>
public sealed class FixedSecrets(IReadOnlyDictionary<string, string> secrets) : ISecretSource
{
    /// <inheritdoc />
    public SecretText? Resolve(string reference, string basePath) => reference.StartsWith("env:", StringComparison.Ordinal)
        ? secrets.TryGetValue(reference[4..], out var secret) ? new SecretText(secret) : null
        : throw new FormatException("Not a reference.");
}
