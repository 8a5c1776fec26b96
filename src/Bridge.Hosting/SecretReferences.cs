using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Hosting;

/// <summary>Secrets from the environment (<c>env:NAME</c>) or from files (<c>file:path</c>); never from a settings file.</summary>
/// <param name="environment">Value of an environment variable, or null.</param>
internal sealed class SecretReferences(Func<string, string?> environment) : ISecretSource
{
    private const string Variable = "env:";
    private const string FilePath = "file:";

    public SecretText? Resolve(string reference, string basePath)
    {
        if (reference.StartsWith(Variable, StringComparison.Ordinal))
        {
            return environment(reference[Variable.Length..]) is { Length: > 0 } value ? new SecretText(value) : null;
        }

        if (reference.StartsWith(FilePath, StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(reference[FilePath.Length..], basePath);
            return File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } text ? new SecretText(text) : null;
        }

        throw new FormatException("A secret is given by reference: env:NAME or file:path.");
    }
}
