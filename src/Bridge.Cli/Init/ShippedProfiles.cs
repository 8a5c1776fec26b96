using System.Reflection;

namespace Bridge.Cli.Init;

/// <summary>The mapping profiles that come with Bridge, and the schema for editors.</summary>
internal static class ShippedProfiles
{
    private const string Prefix = "mappings/";

    /// <summary>Text of a file below <c>mappings</c>, or null.</summary>
    public static string? Find(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Names of the profiles.</summary>
    public static IReadOnlyList<string> Names() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];
}
