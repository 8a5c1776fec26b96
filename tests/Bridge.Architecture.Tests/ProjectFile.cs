using System.Xml.Linq;

namespace Bridge.Architecture.Tests;

/// <summary>What a project file says about its neighbours.</summary>
internal sealed record ProjectFile
{
    /// <summary>Name of the project, for example Bridge.Engine.</summary>
    public required string Name { get; init; }

    /// <summary>Path from the root, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>Names of the projects it references.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>Names of the packages it references itself.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>Folder of the project, from the root.</summary>
    public string Folder => File[..File.LastIndexOf('/')];

    public static ProjectFile Read(string file)
    {
        var document = XDocument.Parse(Repository.Text(file));
        return new ProjectFile
        {
            Name = Path.GetFileNameWithoutExtension(file),
            File = file,
            Projects = [.. Includes(document, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            Packages = [.. Includes(document, "PackageReference")],
        };
    }

    private static IEnumerable<string> Includes(XDocument document, string item) =>
        document.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}
