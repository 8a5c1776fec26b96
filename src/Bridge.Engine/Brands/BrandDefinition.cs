namespace Bridge.Engine.Brands;

/// <summary>A brand as a person wrote it in <c>brand.yaml</c>: the folder above the migration folders of its programs.</summary>
public sealed record BrandDefinition
{
    /// <summary>Name of the file in a brand's folder.</summary>
    public const string FileName = "brand.yaml";

    /// <summary>Folder of the file.</summary>
    public required string Folder { get; init; }

    /// <summary>Client, as in the programs' <c>bridge.yaml</c>.</summary>
    public required string Client { get; init; }

    /// <summary>Name of the brand.</summary>
    public required string Brand { get; init; }

    /// <summary>Programs in the order of the file.</summary>
    public required IReadOnlyList<BrandProgram> Programs { get; init; }

    /// <summary>Absolute path of the key that the programs hash personal values with; null when each program has a key of its own.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Folder for what the programs share on this machine.</summary>
    public string Home => Path.Combine(Folder, ".bridge");

    /// <summary>The program of a migration folder, or null when the folder is none of them.</summary>
    /// <param name="folder">Absolute path.</param>
    public BrandProgram? ProgramOf(string folder)
    {
        var wanted = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Programs.FirstOrDefault(program => Path.TrimEndingDirectorySeparator(program.Folder) == wanted);
    }
}
