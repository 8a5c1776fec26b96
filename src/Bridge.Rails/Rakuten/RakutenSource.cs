using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Reading;
using Microsoft.Extensions.Logging;

namespace Bridge.Rails.Rakuten;

/// <summary>What the readers of one connection share: settings, files, and the tables that join them.</summary>
internal sealed class RakutenSource : IDisposable
{
    private readonly RailEnvironment environment;
    private readonly SemaphoreSlim gate = new(1, 1);
    private (string Stamp, PublisherIndex Index)? publishers;

    public RakutenSource(RakutenOptions options, RailEnvironment environment, RakutenApis apis)
    {
        this.environment = environment;
        Options = options;
        Apis = apis;
        Logger = environment.Loggers.CreateLogger("Bridge.Rails.rakuten");
        Folder = new ExportFolder(options);
        Pager = new RowPager(Folder.Tables);
    }

    /// <summary>Settings.</summary>
    public RakutenOptions Options { get; }

    /// <summary>Where this connection logs.</summary>
    public ILogger Logger { get; }

    /// <summary>The network side; each part is null when it is not set up.</summary>
    public RakutenApis Apis { get; }

    /// <summary>The export folder.</summary>
    public ExportFolder Folder { get; }

    /// <summary>Pages of rows.</summary>
    public RowPager Pager { get; }

    /// <summary>The day by which contracts and codes have ended: the setting, else today in the exports' zone.</summary>
    public DateOnly ExportDate() => Options.ExportDate ?? Options.Forms.DayOf(environment.Time.GetUtcNow());

    /// <summary>The join table of publishers, made once for the readers of this connection and again when a file changes.</summary>
    public async Task<PublisherIndex> PublishersAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var stamp = Stamp(asOf);
            if (publishers is not { } known || known.Stamp != stamp)
            {
                known = (stamp, await new PublisherIndexBuilder(this).BuildAsync(asOf, cancellationToken));
                publishers = known;
                Log.PublishersJoined(Logger, Options.Connection, known.Index.Count);
            }

            return known.Index;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Files of some kinds in order; a finding for each kind that has none.</summary>
    public IReadOnlyList<TableFile> Files(IReadOnlyList<ExportKind> kinds, DateOnly asOf, ICollection<Finding> findings)
    {
        var files = new List<TableFile>();
        foreach (var kind in kinds)
        {
            if (kind == ExportKind.Report && Apis.Reports is { } reports)
            {
                files.AddRange(reports.Windows(asOf));
                continue;
            }

            if (!Folder.Exists)
            {
                findings.Add(TableFindings.FolderMissing(Options.ExportFolder, "exportFolder"));
                return files;
            }

            var found = Folder.Find(kind);
            files.AddRange(found);
            if (found.Count == 0 && kind != ExportKind.Pages && !Folder.Renounced(kind))
            {
                var schema = ExportSchemas.Of(kind);
                var blocking = schema.Required && !(kind == ExportKind.Offers && Apis.Offers is not null);
                findings.Add(TableFindings.FileMissing(schema, Options.Patterns[kind], Options.ExportFolder, blocking));
            }
        }

        return files;
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private string Stamp(DateOnly asOf) => string.Join(
        ';',
        Files([ExportKind.Approved, ExportKind.Applied, ExportKind.Removed, ExportKind.Report, ExportKind.Links], asOf, [])
            .Select(file => $"{file.Name}@{file.ModifiedAt?.UtcTicks}"));
}
