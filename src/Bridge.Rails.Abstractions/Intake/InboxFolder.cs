using System.Security.Cryptography;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>The folder into which people put whatever they got. Every file is looked at or named; none is changed.</summary>
/// <param name="path">Absolute path.</param>
/// <param name="rail">Rail id, for errors.</param>
/// <param name="connection">Connection, for errors.</param>
public sealed class InboxFolder(string path, string rail, string connection)
{
    private static readonly string[] TextTypes = [".csv", ".tsv", ".tab"];
    private static readonly string[] Explained = ["column", "needed", "meaning"];

    /// <summary>The folder as any table folder.</summary>
    public TableFolder Tables { get; } = new(path, rail, connection);

    /// <summary>Names of the files in ordinal order, those of folders below included; what programs keep for themselves is left out.</summary>
    public IReadOnlyList<string> Names() => !Directory.Exists(path)
        ? []
        :
        [
            .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith('.')
                    && !Path.GetFileName(file).StartsWith("CHECKLIST.", StringComparison.OrdinalIgnoreCase))
                .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Looks at one file: a CSV is one look, a workbook one per visible sheet.</summary>
    public async Task<IReadOnlyList<FileLook>> LookAsync(string name, IReadOnlyList<TableSchema> schemas, CancellationToken cancellationToken)
    {
        var file = Path.Combine(path, name);
        var type = Path.GetExtension(name).ToLowerInvariant();
        if (TextTypes.Contains(type, StringComparer.Ordinal) || (type == ".txt" && !name.Contains('/', StringComparison.Ordinal)))
        {
            await using var stream = Tables.OpenRead(file);
            return [await LookAsync(name, stream, schemas, cancellationToken)];
        }

        if (type != ".xlsx")
        {
            return [Other(name, type == ".txt" ? "a list of values, read by the setting that names its folder" : type.Length == 0 ? "a file without type" : $"a file of type {type}; save tables as CSV or XLSX", file)];
        }

        var sheets = SheetNames.Of(file);
        if (sheets is null)
        {
            return [new FileLook(null) { Name = name, Length = new FileInfo(file).Length, Kind = FileLookKind.Unreadable, Note = "it is protected by a password, damaged, or no workbook" }];
        }

        var looks = new List<FileLook>();
        foreach (var sheet in sheets)
        {
            await using var workbook = Tables.OpenRead(file);
            await using var stream = await SheetReader.ReadAsync(workbook, name, sheet.Length == 0 ? null : sheet, cancellationToken);
            looks.Add(await LookAsync(sheets.Count == 1 ? name : $"{name}#{sheet}", stream, schemas, cancellationToken));
        }

        return looks;
    }

    /// <summary>Names of files that are copies of an earlier one, with that one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CopiesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var copies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alike in names.GroupBy(name => new FileInfo(Path.Combine(path, name)).Length).Where(group => group.Key > 0 && group.Count() > 1))
        {
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in alike)
            {
                await using var stream = Tables.OpenRead(Path.Combine(path, name));
                var hash = Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
                if (!known.TryAdd(hash, name))
                {
                    copies.Add(name, known[hash]);
                }
            }
        }

        return copies;
    }

    private static async Task<FileLook> LookAsync(string name, Stream stream, IReadOnlyList<TableSchema> schemas, CancellationToken cancellationToken)
    {
        var length = stream.Length;
        if (await TableSampler.TakeAsync(stream, schemas, cancellationToken) is not { } sample)
        {
            return new FileLook(null)
            {
                Name = name,
                Length = length,
                Kind = length == 0 && stream is not SheetStream { Readable: false } ? FileLookKind.Empty : FileLookKind.Unreadable,
                Note = stream is SheetStream { Readable: false } ? "it is protected by a password, damaged, or no workbook" : length == 0 ? "it is empty" : "it is UTF-16 text or no table; save it again as CSV UTF-8",
            };
        }

        var headers = sample.Headers.Select(TableHeader.Normalize).ToList();
        var kind = Array.TrueForAll(Explained, headers.Contains) ? FileLookKind.Explanation : sample.Rows == 0 ? FileLookKind.Empty : FileLookKind.Table;
        return new FileLook(sample)
        {
            Name = name,
            Length = length,
            Kind = kind,
            Note = kind == FileLookKind.Empty ? sample.HasExample ? "a template that nobody has filled in yet" : "a header without rows" : null,
            Proposals = kind == FileLookKind.Explanation ? [] : TableRecognizer.Propose(sample, schemas),
        };
    }

    private static FileLook Other(string name, string type, string file) =>
        new(null) { Name = name, Length = new FileInfo(file).Length, Kind = FileLookKind.Other, Note = type };
}
