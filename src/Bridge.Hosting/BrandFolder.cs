using Bridge.Engine.Brands;
using Bridge.Engine.Migrations;
using Bridge.Model.Findings;

namespace Bridge.Hosting;

/// <summary>Finds and reads the <c>brand.yaml</c> of a brand's folder.</summary>
public static class BrandFolder
{
    /// <summary>Reads the brand of a folder.</summary>
    /// <exception cref="MigrationInvalidException">There is no <c>brand.yaml</c>, or it has problems; all of them are named.</exception>
    public static async Task<BrandDefinition> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetFullPath(folder), BrandDefinition.FileName);
        if (!File.Exists(path))
        {
            throw new MigrationInvalidException([new Finding
            {
                Code = "BRG-BRAND-000",
                Severity = Severity.Blocking,
                Place = folder,
                Message = $"There is no {BrandDefinition.FileName} here, so this is no brand's folder.",
                Remedy = "Name the folder above the programs with --dir; 'bridge init rakuten impact acme --programs us,de' makes a new one.",
            }]);
        }

        var findings = new List<Finding>();
        return BrandReader.Read(await File.ReadAllTextAsync(path, cancellationToken), folder, findings) ?? throw new MigrationInvalidException(findings);
    }

    /// <summary>The brand that a migration folder is a program of; null when the folder above names no brand, or not this folder.</summary>
    /// <exception cref="MigrationInvalidException">The <c>brand.yaml</c> above has problems.</exception>
    public static async Task<(BrandDefinition Brand, BrandProgram Program)?> AboveAsync(string folder, CancellationToken cancellationToken)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        for (var above = Path.GetDirectoryName(full); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Path.Combine(above, BrandDefinition.FileName)))
            {
                var brand = await ReadAsync(above, cancellationToken);
                return brand.ProgramOf(full) is { } program ? (brand, program) : null;
            }
        }

        return null;
    }
}
