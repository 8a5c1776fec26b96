using System.Globalization;
using System.Text;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Brands;

namespace Bridge.Cli.Init;

/// <summary>Writes the folder of a new brand: <c>brand.yaml</c>, and a migration folder for each program below it.</summary>
/// <param name="source">Rail id of the source.</param>
/// <param name="target">Rail id of the target.</param>
/// <param name="folder">Folder of the brand.</param>
/// <param name="client">Name of the client; null for the folder's name.</param>
/// <param name="programs">Names of the programs.</param>
internal sealed class NewBrand(string source, string target, string folder, string? client, IReadOnlyList<string> programs)
{
    /// <summary>Programs of an option, parted by commas.</summary>
    /// <exception cref="CliException">There is none, one stands twice, or a name cannot be one of a folder.</exception>
    public static IReadOnlyList<string> Names(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || names.Distinct(StringComparer.Ordinal).Count() < names.Length || !names.All(ArtifactKey.IsSegment))
        {
            throw new CliException("--programs takes the names of the programs, each once; they name folders and may hold a-z, 0-9, '.', '-' and '_' only.", "Write it like --programs us,de.") { Value = text };
        }

        return names;
    }

    /// <summary>Writes the files.</summary>
    /// <returns>Their names.</returns>
    /// <exception cref="CliException">A rail or the pair is not known, or a folder holds a brand or migration.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, BrandDefinition.FileName);
        if (File.Exists(path))
        {
            throw new CliException($"The folder holds {BrandDefinition.FileName} already, and nothing is overwritten.", "Name another folder, or take the file away.") { Place = path };
        }

        var name = NewMigration.ClientName(client, folder);
        var files = new List<string> { BrandDefinition.FileName };
        foreach (var program in programs)
        {
            var below = await new NewMigration(source, target, Path.Combine(folder, program), name) { Migration = program }.WriteAsync(cancellationToken);
            files.AddRange(below.Select(file => $"{program}/{file}"));
        }

        await File.WriteAllTextAsync(path, Text(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, ".gitignore"), "# Keys and claims of the brand stay on this machine.\n.bridge/\n", cancellationToken);
        return files;
    }

    private string Text(string name)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # The programs of a brand. Each has a migration folder of its own and is planned, approved and run by itself:
            # 'bridge plan --dir {programs[0]}'. 'bridge brand status', 'bridge brand doctor' and 'bridge brand partners' look over all of them.
            # A partner that one program brings in is taken over by the others, never made twice.

            client: {name}
            brand: {name}

            programs:

            """);
        foreach (var program in programs)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                  {program}:
                    folder: {program}
                    # market: {program.ToUpperInvariant()}                # ISO 3166 code, for people
                    # currency: USD             # of the program's money
                    # timeZone: America/New_York # of the program's days
                    # hosts: [www.example.com]  # where its links lead; readiness looks whether the target permits them

                """);
        }

        return text.ToString();
    }
}
