using System.Globalization;
using System.Runtime.CompilerServices;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten;

/// <summary>Looks at every file (dialect, columns, rows, age) and, where they are set up, at the two APIs.</summary>
internal sealed class RakutenConnectionCheck(RakutenSource source, TimeProvider time) : IConnectionCheck
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public async IAsyncEnumerable<ConnectionCheck> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!source.Folder.Exists)
        {
            yield return new ConnectionCheck("exportFolder", source.Options.ExportFolder, TableFindings.FolderMissing(source.Options.ExportFolder, "exportFolder"));
        }
        else
        {
            yield return new ConnectionCheck("exportFolder", source.Options.ExportFolder);
            foreach (var schema in ExportSchemas.All)
            {
                await foreach (var check in KindAsync(schema, cancellationToken))
                {
                    yield return check;
                }
            }

            var lists = source.Folder.ListFiles();
            yield return new ConnectionCheck("commissioning lists", $"{lists.Count} files in {source.Options.ListsFolder}");
        }

        if (source.Apis.Offers is { } offers)
        {
            yield return await CallAsync(
                "publisher API",
                async () => await offers.ProbeAsync(cancellationToken) is { } count ? $"token issued, {count} active offers" : "token issued, offers readable");
        }

        if (source.Apis.Reports is { } reports)
        {
            yield return await CallAsync(
                "Reporting API",
                async () => $"token accepted, {await reports.ProbeAsync(source.ExportDate(), cancellationToken)} bytes for one day");
        }
    }

    private async IAsyncEnumerable<ConnectionCheck> KindAsync(TableSchema schema, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kind = ExportSchemas.KindOf(schema);
        if (kind == ExportKind.Report && source.Apis.Reports is not null)
        {
            yield break;
        }

        var missing = new List<Finding>();
        foreach (var file in source.Files([kind], source.ExportDate(), missing))
        {
            yield return await FileAsync(file, cancellationToken);
        }

        foreach (var finding in missing)
        {
            yield return new ConnectionCheck(schema.Title, "no file", finding);
        }

        if (source.Folder.Renounced(kind))
        {
            yield return new ConnectionCheck(schema.Title, $"none, as '{schema.Setting}' says");
        }
    }

    private async Task<ConnectionCheck> FileAsync(TableFile file, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var (rows, broken, bytes) = (0L, 0L, 0L);
        TableDialect? dialect = null;
        try
        {
            await foreach (var page in source.Pager.ReadAsync([file], null, cancellationToken))
            {
                findings.AddRange(page.Findings);
                bytes = page.Length;
                rows += page.Rows.Count;
                broken += page.Rows.Count(row => row.Damage() is not null && !row.IsTotal());
                dialect ??= page.Rows.Count > 0 ? page.Rows[0].Dialect : null;
            }
        }
        catch (RailException exception)
        {
            return new ConnectionCheck(file.Name, "cannot be read", Unreachable(exception));
        }

        var age = file.ModifiedAt is { } modified ? time.GetUtcNow() - modified : TimeSpan.Zero;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Schema.Title}: {rows} rows ({broken} unreadable as a whole), {bytes} bytes, {Math.Max(0, age.TotalDays):0.#} days old{Written(dialect)}");
        var problem = findings.FirstOrDefault(finding => finding.Severity == Severity.Blocking) ?? (age > Old ? TooOld(file, age) : findings.FirstOrDefault());
        return new ConnectionCheck(file.Name, detail, problem);
    }

    private static string Written(TableDialect? dialect) => dialect is null
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"; {dialect.Encoding.Name}, separator '{(dialect.Separator == '\t' ? "tab" : dialect.Separator.ToString())}', {dialect.Header.Known} of {dialect.Header.Found.Count} columns known: {string.Join(", ", dialect.Header.Found)}");

    private static Finding TooOld(TableFile file, TimeSpan age) => new()
    {
        Code = "BRG-RKT-014",
        Severity = Severity.Warning,
        Place = file.Name,
        Value = string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days"),
        Message = "The export is more than 30 days old: partners, links and codes have changed since.",
        Remedy = file.Schema.Origin,
    };

    private static async Task<ConnectionCheck> CallAsync(string name, Func<Task<string>> call)
    {
        try
        {
            return new ConnectionCheck(name, await call());
        }
        catch (RailException exception)
        {
            return new ConnectionCheck(name, "the call failed", Unreachable(exception));
        }
    }

    private static Finding Unreachable(RailException exception) => new()
    {
        Code = "BRG-RKT-070",
        Severity = Severity.Blocking,
        Place = exception.Operation,
        Message = exception.Message,
        Remedy = exception.Kind switch
        {
            RailErrorKind.Authentication when exception.Status == 403 => "Ask Rakuten to enable the API for this account; publishing accounts get it on request.",
            RailErrorKind.Authentication => "Check client id, client secret, site id or report token and where they are kept.",
            RailErrorKind.Rejected or RailErrorKind.NotFound => "Check publisherSid, reportKey and the addresses of the connection.",
            _ => "Try again later.",
        },
    };
}
