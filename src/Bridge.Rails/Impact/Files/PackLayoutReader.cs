using System.Globalization;
using System.Text;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Rails.Impact.Files;

/// <summary>
/// Reads the template that a person downloaded from an import tool and finds the place of every value by its header: letter case,
/// blanks and punctuation do not matter, other names and languages are known, and the settings say what is not.
/// </summary>
internal sealed class PackLayoutReader(PackTemplates templates)
{
    private static readonly string[] RequiredMarks = ["required", "mandatory", "pflichtfeld", "erforderlich", "obligatoire", "requis", "obligatorio"];
    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly TableSchema Anything = new() { Name = "template", Title = "import template", Setting = "template", Patterns = [], Origin = "Download it from the tool.", Columns = [] };

    /// <summary>The layout of a way in, with everything that is wrong about it.</summary>
    public async Task<PackLayout> ReadAsync(PartnerEntry entry, CancellationToken cancellationToken)
    {
        var columns = PackColumns.Of(entry);
        var (setting, path) = entry == PartnerEntry.ProspectFile ? ("prospectTemplate", templates.Prospect) : ("importTemplate", templates.Import);
        if (path is null)
        {
            return PackLayout.BuiltIn(columns, []);
        }

        var name = Path.GetFileName(path);
        var (headers, separator, mark, problem) = await HeadersAsync(path, setting, cancellationToken);
        return problem is not null ? PackLayout.BuiltIn(columns, [problem]) : Match(columns, headers, name, path, separator, mark);
    }

    private static async Task<(IReadOnlyList<string> Headers, char Separator, bool Mark, Finding? Problem)> HeadersAsync(string path, string setting, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            return ([], ',', false, Wrong("BRG-IMP-020", name, null, "The template is not there.", $"Download it from the tool and correct '{setting}' of the connection, or leave the setting out for the built-in columns."));
        }

        byte[] bytes;
        try
        {
            var file = new TableFolder(Path.GetDirectoryName(path)!, ImpactDescriptor.Id, setting).Find(Anything, [name], TableForms.Open)[0];
            await using var stream = await file.OpenAsync(cancellationToken);
            bytes = new byte[Math.Min(stream.Length, 1 << 20)];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
        }
        catch (RailUnavailableException)
        {
            return ([], ',', false, Wrong("BRG-IMP-020", name, null, "The template cannot be read: it is locked, or there is no permission.", "Close it in other programs and let this user read it."));
        }

        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var text = Encoding.UTF8.GetString(mark ? bytes.AsSpan(3) : bytes);
        var workbook = IsWorkbook(path);
        var line = text.Split('\n').Select(one => one.TrimEnd('\r')).FirstOrDefault(one => one.Trim(' ', ',', ';', '\t', '|', '"').Length > 0) ?? "";
        var separator = workbook ? ',' : Separators.MaxBy(one => line.Count(character => character == one));
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), BadDataFound = null });
        while (await csv.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var headers = (csv.Parser.Record ?? []).Select(header => header.Trim()).ToList();
            while (headers.Count > 0 && headers[^1].Length == 0)
            {
                headers.RemoveAt(headers.Count - 1);
            }

            if (headers.Count > 0)
            {
                return (headers, separator, mark, null);
            }
        }

        return ([], ',', false, Wrong("BRG-IMP-020", name, null, "The template has no header, or is no CSV or XLSX file.", "Download it again from the tool and do not change it."));
    }

    private PackLayout Match(IReadOnlyList<PackColumn> columns, IReadOnlyList<string> headers, string name, string path, char separator, bool mark)
    {
        var sources = new int[headers.Count];
        var constants = new string?[headers.Count];
        var (taken, blank, problems) = (new HashSet<int>(), new List<string>(), new List<Finding>());
        for (var index = 0; index < headers.Count; index++)
        {
            var (plain, required) = Plain(headers[index]);
            (sources[index], constants[index]) = Find(columns, plain, taken);
            if (sources[index] >= 0)
            {
                taken.Add(sources[index]);
            }
            else if (constants[index] is null && headers[index].Length > 0)
            {
                blank.Add(headers[index]);
                if (required)
                {
                    problems.Add(Wrong("BRG-IMP-021", $"{name}, column {index + 1}", headers[index], "The tool requires this column, and Bridge does not know what belongs into it.", $"Say it in 'templateColumns' of the connection: \"{plain} = Column\" for one of {string.Join(", ", columns.Select(column => column.Name))}, or \"{plain} = \\\"text\\\"\" for one text in every row."));
                }
            }
        }

        var unwritten = columns.Where((_, index) => !taken.Contains(index)).ToList();
        problems.AddRange(unwritten.Where(column => column.Needed).Select(column =>
            Wrong("BRG-IMP-022", name, column.Name, "The template has no column for a value that the import cannot do without.", $"Check that it is the right template, or name the column in 'templateColumns': \"its header = {column.Name}\".")));
        problems.AddRange(unwritten.Where(column => column.Name == "MPValue1").Select(column =>
            Wrong("BRG-IMP-023", name, column.Name, "The template has no column for the partner's key: Bridge then knows partners again by e-mail and website alone.", "Look in the tool for a template with the partner values, or name the column in 'templateColumns'.") with { Severity = Severity.Warning }));
        return new PackLayout
        {
            Sources = sources,
            Constants = constants,
            Separator = separator,
            ByteOrderMark = mark,
            Path = path,
            Columns = new FilePackColumns
            {
                Template = name,
                Columns = headers.ToValueList(),
                Blank = blank.ToValueList(),
                Unwritten = unwritten.Select(column => column.Name).ToValueList(),
                Problems = problems.ToValueList(),
            },
        };
    }

    private (int Source, string? Constant) Find(IReadOnlyList<PackColumn> columns, string header, HashSet<int> taken)
    {
        var wanted = TableHeader.Normalize(header);
        foreach (var (known, meaning) in templates.Headers)
        {
            if (TableHeader.Normalize(Plain(known).Header) == wanted)
            {
                return PackTemplates.IsConstant(meaning) ? (-1, meaning[1..^1]) : (Free(PackColumns.IndexOf(columns, meaning)), null);
            }
        }

        // A column's own name wins over another one's alias.
        foreach (var names in new Func<PackColumn, IEnumerable<string>>[] { column => [column.Name], column => column.Aliases })
        {
            for (var index = 0; index < columns.Count; index++)
            {
                if (!taken.Contains(index) && names(columns[index]).Any(one => TableHeader.Normalize(one) == wanted))
                {
                    return (index, null);
                }
            }
        }

        return (-1, null);

        int Free(int index) => taken.Contains(index) ? -1 : index;
    }

    /// <summary>A header without the mark of a required column, and whether it had one.</summary>
    private static (string Header, bool Required) Plain(string header)
    {
        var text = header.Trim();
        var required = text.EndsWith('*') || text.StartsWith('*');
        text = text.Trim('*', ' ');
        foreach (var word in RequiredMarks)
        {
            foreach (var mark in new[] { $"({word})", $"[{word}]" })
            {
                if (text.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
                {
                    (text, required) = (text[..^mark.Length].TrimEnd(), true);
                }
            }
        }

        return (text, required);
    }

    /// <summary>True for a template that is a workbook.</summary>
    public static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    private static Finding Wrong(string code, string place, string? value, string message, string remedy) =>
        new() { Code = code, Severity = Severity.Blocking, Place = place, Value = value, Message = message, Remedy = remedy };
}
