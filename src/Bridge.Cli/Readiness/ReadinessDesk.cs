using System.Text.Json.Nodes;
using Bridge.Engine.Migrations;
using Bridge.Engine.Readiness;
using Bridge.Hosting;
using Bridge.Model.Findings;

namespace Bridge.Cli.Readiness;

/// <summary>Readiness of one migration folder: facts, the sheet that is kept, results for programs.</summary>
internal static class ReadinessDesk
{
    /// <summary>File that keeps the answers.</summary>
    public static string PathOf(OpenMigration migration) => Path.Combine(migration.Host.Definition.Folder, "readiness.csv");

    /// <summary>The facts as they are now.</summary>
    /// <exception cref="MigrationInvalidException">A snapshot is missing, or profile, brand or the kept sheet have problems.</exception>
    public static async Task<ReadinessFacts> FactsAsync(OpenMigration migration, int days, IReadOnlyList<TestOrder> orders, CancellationToken cancellationToken)
    {
        var above = await BrandFolder.AboveAsync(migration.Host.Definition.Folder, cancellationToken);
        return await new ReadinessReader(migration.Pipeline, days).ReadAsync(orders, above?.Program.Hosts ?? [], await KeptAsync(migration, cancellationToken), cancellationToken);
    }

    /// <summary>Adds answers to those that are kept; a later one about the same subject takes the place of an earlier one.</summary>
    /// <returns>Number of answers that are kept.</returns>
    public static async Task<int> KeepAsync(OpenMigration migration, IReadOnlyDictionary<(string Check, string Subject), ReadinessAnswer> answers, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<(string, string), ReadinessAnswer>(await KeptAsync(migration, cancellationToken));
        foreach (var (key, answer) in answers)
        {
            kept[key] = answer;
        }

        var facts = await FactsAsync(migration, 14, [], cancellationToken) with { Answers = kept };
        var path = PathOf(migration);
        var part = path + ".part.csv";
        await ReadinessSheet.WriteAsync(part, facts, cancellationToken);
        File.Move(part, path, overwrite: true);
        return kept.Values.Count(answer => answer.Answer is not null);
    }

    /// <summary>The path, when its name is that of a sheet.</summary>
    /// <exception cref="CliException">It is neither CSV nor XLSX.</exception>
    public static string CheckName(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".xlsx"
        ? path
        : throw new CliException("A sheet is a .csv or .xlsx file.", "Write for example readiness.xlsx.") { Value = path };

    /// <summary>The report for programs.</summary>
    public static JsonObject Json(ReadinessReport report) => new()
    {
        ["state"] = ReadinessDocument.Word(report.State),
        ["asOf"] = $"{report.AsOf:yyyy-MM-dd}",
        ["checks"] = Output.Json.Array(report.Items, item => new JsonObject
        {
            ["code"] = item.Check.Code,
            ["check"] = item.Check.Name,
            ["subject"] = item.Subject,
            ["state"] = ReadinessDocument.Word(item.State),
            ["evidence"] = item.Evidence,
            ["owner"] = item.Owner,
            ["due"] = item.Due is { } due ? $"{due:yyyy-MM-dd}" : null,
            ["answer"] = item.Answer,
            ["remedy"] = item.State == ReadinessState.Ready ? null : item.Check.Remedy,
        }),
    };

    private static async Task<IReadOnlyDictionary<(string Check, string Subject), ReadinessAnswer>> KeptAsync(OpenMigration migration, CancellationToken cancellationToken)
    {
        if (!File.Exists(PathOf(migration)))
        {
            return new Dictionary<(string, string), ReadinessAnswer>();
        }

        var findings = new List<Finding>();
        var kept = await ReadinessSheet.ReadAsync(PathOf(migration), null, findings, cancellationToken);
        return findings.Count == 0 ? kept : throw new MigrationInvalidException(findings);
    }
}
