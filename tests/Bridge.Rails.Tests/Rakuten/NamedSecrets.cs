using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>Secrets named <c>env:value</c> are their own value.</summary>
internal sealed class NamedSecrets : ISecretSource
{
    public SecretText? Resolve(string reference, string basePath) => reference.StartsWith("env:", StringComparison.Ordinal)
        ? new SecretText(reference[4..])
        : throw new FormatException("No reference.");
}
