using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House;

/// <summary>What the readers of one connection share: settings, files, the way from rows to pages.</summary>
internal sealed class HouseSource
{
    private readonly TimeProvider time;

    public HouseSource(HouseOptions options, TimeProvider time)
    {
        this.time = time;
        Options = options;
        Folder = new TableFolder(options.ExportFolder, HouseDescriptor.RailId, options.Connection);
        Pager = new RowPager(Folder);
        Reading = new TableReading(Folder, Pager, ExportDate);
    }

    /// <summary>Settings.</summary>
    public HouseOptions Options { get; }

    /// <summary>The folder.</summary>
    public TableFolder Folder { get; }

    /// <summary>Pages of rows.</summary>
    public RowPager Pager { get; }

    /// <summary>Pages of records.</summary>
    public TableReading Reading { get; }

    /// <summary>The day by which contracts and codes have ended: the setting, else today in the zone of the files.</summary>
    public DateOnly ExportDate() => Options.ExportDate ?? Options.Forms.DayOf(time.GetUtcNow());

    /// <summary>First instant of a day in the zone of the files.</summary>
    public DateTimeOffset Midnight(DateOnly day) => Options.Forms.StartOf(day);

    /// <summary>Lists of links found on pages.</summary>
    public IReadOnlyList<TableFile> Pages() => Files(HouseKind.Pages, new List<Finding>());

    /// <summary>Files of a kind in order; a finding for each pattern set without any. A program without lists of pages is ordinary.</summary>
    public IReadOnlyList<TableFile> Files(HouseKind kind, ICollection<Finding> findings)
    {
        if (!Folder.Exists)
        {
            findings.Add(TableFindings.FolderMissing(Options.ExportFolder, "exportFolder"));
            return [];
        }

        var files = new List<TableFile>();
        foreach (var mapped in Options.Files[kind])
        {
            var found = ReferenceEquals(mapped.Schema, HouseSchemas.Of(kind))
                ? Options.Intake.Find(Folder, mapped.Schema, mapped.Patterns, mapped.Forms)
                : Folder.Find(mapped.Schema, mapped.Patterns, mapped.Forms);
            files.AddRange(found.Where(file => !files.Exists(known => known.Name == file.Name)));
            if (found.Count == 0 && kind != HouseKind.Pages)
            {
                findings.Add(TableFindings.FileMissing(mapped.Schema, mapped.Patterns, Options.ExportFolder, mapped.Schema.Required));
            }
        }

        return files;
    }
}
