using System.Globalization;
using System.Runtime.CompilerServices;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House;

/// <summary>Looks at every file: how it is written, which columns it has, how many rows.</summary>
internal sealed class HouseConnectionCheck(HouseSource source) : IConnectionCheck
{
    /// <inheritdoc />
    public async IAsyncEnumerable<ConnectionCheck> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = source.Options.ExportFolder;
        if (!source.Folder.Exists)
        {
            yield return new ConnectionCheck("exportFolder", folder, TableFindings.FolderMissing(folder, "exportFolder"));
            yield break;
        }

        yield return new ConnectionCheck("exportFolder", folder);
        foreach (var kind in Enum.GetValues<HouseKind>())
        {
            var missing = new List<Finding>();
            foreach (var file in source.Files(kind, missing))
            {
                yield return await FileAsync(file, cancellationToken);
            }

            foreach (var finding in missing)
            {
                yield return new ConnectionCheck(HouseSchemas.Of(kind).Title, "no file", finding);
            }

            if (source.Options.Files[kind].Count == 0)
            {
                yield return new ConnectionCheck(HouseSchemas.Of(kind).Title, $"none, as '{HouseSchemas.Of(kind).Setting}' says");
            }
        }
    }

    private async Task<ConnectionCheck> FileAsync(TableFile file, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var (rows, broken) = (0L, 0L);
        TableDialect? dialect = null;
        try
        {
            await foreach (var page in source.Pager.ReadAsync([file], null, cancellationToken))
            {
                findings.AddRange(page.Findings);
                rows += page.Rows.Count;
                broken += page.Rows.Count(row => row.Damage() is not null && !row.IsTotal());
                dialect ??= page.Rows.Count > 0 ? page.Rows[0].Dialect : null;
            }
        }
        catch (RailException exception)
        {
            return new ConnectionCheck(file.Name, "cannot be read", new Finding
            {
                Code = "BRG-HSE-070",
                Severity = Severity.Blocking,
                Place = exception.Operation,
                Message = exception.Message,
                Remedy = "Close programs that hold the file, or export it again.",
            });
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"{file.Schema.Title}: {rows} rows ({broken} unreadable as a whole){Written(dialect)}");
        return new ConnectionCheck(file.Name, detail, findings.FirstOrDefault(finding => finding.Severity == Severity.Blocking) ?? findings.FirstOrDefault());
    }

    private static string Written(TableDialect? dialect) => dialect is null
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"; {dialect.Encoding.Name}, separator '{(dialect.Separator == '\t' ? "tab" : dialect.Separator.ToString())}', {dialect.Header.Known} of {dialect.Header.Found.Count} columns known: {string.Join(", ", dialect.Header.Found)}");
}
