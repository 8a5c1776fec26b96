using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Files;

/// <summary>Finds the files of an export folder by their kind.</summary>
internal sealed class ExportFolder(RakutenOptions options)
{
    /// <summary>The folder as any table folder.</summary>
    public TableFolder Tables { get; } = new(options.ExportFolder, RakutenDescriptor.RailId, options.Connection);

    /// <summary>True when the folder is there.</summary>
    public bool Exists => Tables.Exists;

    /// <summary>True when the settings say that the program has no file of this kind.</summary>
    public bool Renounced(ExportKind kind) => options.Patterns[kind].Count == 0;

    /// <summary>Files of a kind, each once.</summary>
    public IReadOnlyList<TableFile> Find(ExportKind kind) => options.Intake.Find(Tables, ExportSchemas.Of(kind), options.Patterns[kind], options.Forms);

    /// <summary>The files of the commissioning lists, by name.</summary>
    public IReadOnlyList<string> ListFiles() => Tables.Names(Path.Combine(options.ListsFolder, "*.txt"));

    /// <summary>Opens a file for reading from start to end.</summary>
    public FileStream OpenRead(string path) => Tables.OpenRead(path);
}
