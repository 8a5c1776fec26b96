using Bridge.Engine.Brands;
using Bridge.Engine.Migrations;
using Bridge.Hosting;
using Bridge.Model.Findings;

namespace Bridge.Cli.Brands;

/// <summary>What must agree between the programs of a brand and their <c>brand.yaml</c>.</summary>
internal static class BrandAgreement
{
    /// <summary>Everything that does not agree.</summary>
    /// <exception cref="MigrationInvalidException">A <c>bridge.yaml</c> has problems.</exception>
    public static async Task<IReadOnlyList<Finding>> CheckAsync(BrandDefinition brand, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var program in brand.Programs)
        {
            var definition = await OpenMigration.ReadDefinitionAsync(program.Folder, cancellationToken);
            if (definition.Client != brand.Client)
            {
                findings.Add(Problem("BRG-BRAND-010", program, definition.Client, $"'client' is '{definition.Client}' in bridge.yaml of '{program.Name}' and '{brand.Client}' in brand.yaml.", "Write the same client into both."));
            }

            if (!seen.TryAdd(definition.Migration, program.Name))
            {
                findings.Add(Problem("BRG-BRAND-011", program, definition.Migration, $"Programs '{seen[definition.Migration]}' and '{program.Name}' have one name for their migrations, so what they store in one place would mix.", "Give each migration a name of its own."));
            }

            var source = definition.Connections[definition.Source].Settings;
            if (program.Currency is { } currency && source.FirstOrDefault(setting => setting.Key == "currency")?.Values is [var stated] && stated != currency)
            {
                findings.Add(Problem("BRG-BRAND-012", program, stated, $"The source of '{program.Name}' is read in {stated}, and brand.yaml says {currency}.", "Correct the one that is wrong: amounts would be misread."));
            }
        }

        return findings;
    }

    private static Finding Problem(string code, BrandProgram program, string value, string message, string remedy) => new()
    {
        Code = code,
        Severity = Severity.Blocking,
        Place = Path.Combine(program.Folder, MigrationReader.FileName),
        Value = value,
        Message = message,
        Remedy = remedy,
    };
}
