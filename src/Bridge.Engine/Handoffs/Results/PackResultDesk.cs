using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs.Tables;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>
/// Where a person hands in what the portal's importer answered. The file is joined to its pack and laid into the outbox as a
/// whole; the run takes it when it looks next. Personal values are compared in memory and kept nowhere.
/// </summary>
/// <param name="host">The migration.</param>
/// <param name="format">Form of the target's files.</param>
/// <param name="openPlan">Opens a stored plan by its hash.</param>
public sealed class PackResultDesk(MigrationHost host, IFilePackFormat format, Func<string, CancellationToken, Task<IPlanSource>> openPlan)
{
    /// <summary>Reads a result file.</summary>
    /// <param name="path">CSV or XLSX, absolute.</param>
    /// <param name="forms">What the person said about it.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="lay">False to look only: nothing is laid into the outbox.</param>
    /// <param name="cancellationToken">Stops before anything is laid down.</param>
    /// <exception cref="MigrationInvalidException">Something is wrong; all of it is named, nothing was taken.</exception>
    public async Task<PackResultReading> ReadAsync(string path, PackResultForms forms, string by, bool lay, CancellationToken cancellationToken)
    {
        var (rows, findings) = await TableInput.ReadAsync(Schema(forms), path, TableForms.Open, "import-result", cancellationToken);
        Require([.. findings.Where(finding => finding.Severity == Severity.Blocking)]);
        rows = [.. rows.Where(row => !row.IsTotal())];
        if (rows.Count == 0)
        {
            throw Invalid(Path.GetFileName(path), null, "The file has no rows.", "Hand in the result file as the importer sent it.");
        }

        var index = await FindPackAsync(rows, forms.Pack, Path.GetFileName(path), cancellationToken);
        var join = new PackResultJoin(index, format, forms);
        var results = join.Join(rows);
        Require(join.Problems);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken)));
        var result = new PackResult { Pack = index.Pack.Id, Files = [hash], Rows = results, By = by, At = host.Time.GetUtcNow() };
        var known = await KnownAsync(index.Pack.Id, cancellationToken);
        var already = known is not null && results.All(row => known.Rows.Contains(row));
        if (lay && !already)
        {
            var laid = known is null ? result : known.With(result);
            await host.Outbox.WriteAnswerAsync(PackResult.IdOf(index.Pack.Id), JsonSerializer.SerializeToUtf8Bytes(laid, HandoffJson.Default.PackResult), cancellationToken);
        }

        return new PackResultReading(index.Pack, result, index.Partners.ToDictionary(step => step.Id, step => step.Label ?? step.Source ?? step.Id, StringComparer.Ordinal), already);
    }

    private static void Require(IReadOnlyList<Finding> problems)
    {
        if (problems.Count > 0)
        {
            throw new MigrationInvalidException(problems);
        }
    }

    private static MigrationInvalidException Invalid(string place, string? value, string rule, string remedy) => new([TableInput.Wrong(place, value, rule, remedy)]);

    private TableSchema Schema(PackResultForms forms)
    {
        var schema = format.ResultSchema;
        var unknown = forms.Columns.Keys.Where(name => !schema.Columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (unknown.Count > 0)
        {
            throw Invalid("--column", string.Join(", ", unknown), "There is no such column.", $"Name one of {string.Join(", ", schema.Columns.Select(column => column.Name))}, as in --column \"Status=Ergebnis\".");
        }

        return schema with
        {
            Columns =
            [
                .. schema.Columns.Select(column =>
                    forms.Columns.FirstOrDefault(one => string.Equals(one.Key, column.Name, StringComparison.OrdinalIgnoreCase)) is { Value: { } header } ? column with { Header = header, Declared = "--column" } : column),
            ],
        };
    }

    /// <summary>What was handed in about a pack before, taken or not; null for nothing.</summary>
    private async Task<PackResult?> KnownAsync(string pack, CancellationToken cancellationToken)
    {
        var laid = await host.Outbox.FindAnswerAsync(PackResult.IdOf(pack), cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, HandoffJson.Default.PackResult) : null;
        var taken = await host.Runs.FindDocumentAsync(PackResult.Kind, pack, cancellationToken) is { } json ? JsonSerializer.Deserialize(json, HandoffJson.Default.PackResult) : null;
        return laid is null || taken is null ? laid ?? taken : taken.With(laid);
    }

    private async Task<PackIndex> FindPackAsync(IReadOnlyList<TableRow> rows, string? wanted, string file, CancellationToken cancellationToken)
    {
        var candidates = new List<PackIndex>();
        await foreach (var document in host.Runs.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            var pack = TaskDesk.Read(document.Json);
            if (pack.Form != Handoff.FilePack || (wanted is not null && pack.Id != wanted))
            {
                continue;
            }

            if (await host.Runs.FindRunAsync(pack.RunId, cancellationToken) is { } run && (wanted is not null || run.Status != RunStatus.Completed))
            {
                candidates.Add(await PackIndex.ReadAsync(pack, await openPlan(run.PlanHash, cancellationToken), host.Vault, cancellationToken));
            }
        }

        if (wanted is not null)
        {
            return candidates.Count == 1 ? candidates[0] : throw Invalid("--pack", wanted, "There is no such pack.", "'bridge tasks' lists the packs.");
        }

        var scores = candidates.Select(pack => (Pack: pack, Score: PackResultJoin.Score(pack, rows))).OrderByDescending(one => one.Score).ToList();
        return scores switch
        {
            [] => throw Invalid(file, null, "No pack was handed out that this could be the result of.", "'bridge tasks' lists the packs."),
            [{ Score: > 0 } only] => only.Pack,
            [{ Score: var best } one, { Score: var next }, ..] when best > next => one.Pack,
            _ => throw Invalid(file, null, "Its rows do not say which pack it is the result of.", $"Name it with --pack: {string.Join(", ", candidates.Select(one => one.Pack.Id).Take(10))}."),
        };
    }
}
