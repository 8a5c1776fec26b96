using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Abstractions.Settings;

/// <summary>Resolves references to secrets. Secrets are never written into a settings file.</summary>
public interface ISecretSource
{
    /// <summary>The secret of a reference (<c>env:NAME</c> or <c>file:path</c>), or null when there is none.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="basePath">Folder that a relative path starts from.</param>
    /// <exception cref="FormatException">The text is no reference.</exception>
    SecretText? Resolve(string reference, string basePath);
}
