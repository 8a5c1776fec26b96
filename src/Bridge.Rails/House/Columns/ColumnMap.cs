using System.Globalization;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bridge.Rails.House.Columns;

/// <summary>
/// The declared column map of a long-tail export: per file pattern, which column holds what, and how dates, numbers and words are
/// written. Every problem names line and column of the map; a map with problems is not used at all.
/// </summary>
internal sealed class ColumnMap(TableForms defaults)
{
    private static readonly string[] Kinds = [.. Enum.GetValues<HouseKind>().Select(HouseSchemas.WordOf)];

    /// <summary>Files by kind; empty when something is wrong.</summary>
    public IReadOnlyDictionary<HouseKind, IReadOnlyList<MappedFiles>> Read(string path, ICollection<Finding> findings)
    {
        var name = Path.GetFileName(path);
        var root = Load(path, name, findings);
        if (root is null)
        {
            return new Dictionary<HouseKind, IReadOnlyList<MappedFiles>>();
        }

        var files = new List<(HouseKind Kind, MappedFiles Files)>();
        var keys = root.Block("The map", "files");
        if (!keys.TryGetValue("files", out var list))
        {
            root.Problem("BRG-HSE-004", null, "The map names no files.", "Begin with 'files:' and one entry per file pattern.");
        }

        foreach (var entry in list?.Items("'files'") ?? [])
        {
            if (Entry(entry, name) is { } mapped)
            {
                files.Add(mapped);
            }
        }

        return files.GroupBy(mapped => mapped.Kind).ToDictionary(group => group.Key, group => (IReadOnlyList<MappedFiles>)[.. group.Select(mapped => mapped.Files)]);
    }

    private static MapNode? Load(string path, string name, ICollection<Finding> findings)
    {
        try
        {
            using var reader = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count == 1 && !yaml.Documents[0].AllNodes.Any(node => node.NodeType == YamlNodeType.Alias || !node.Anchor.IsEmpty))
            {
                return new MapNode(name, yaml.Documents[0].RootNode, findings);
            }

            findings.Add(Unreadable($"{name}:1:1", "it is empty, or uses anchors, aliases or several documents"));
        }
        catch (YamlException exception)
        {
            findings.Add(Unreadable(string.Create(CultureInfo.InvariantCulture, $"{name}:{exception.Start.Line}:{exception.Start.Column}"), exception.InnerException?.Message ?? exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(Unreadable(path, "the file is not there or cannot be opened"));
        }

        return null;
    }

    private static Finding Unreadable(string place, string reason) => new()
    {
        Code = "BRG-HSE-001",
        Severity = Severity.Blocking,
        Place = place,
        Message = $"The column map cannot be read: {reason.TrimEnd('.')}.",
        Remedy = "Correct the map, or leave 'columns' out when the files have the house columns.",
    };

    private (HouseKind Kind, MappedFiles Files)? Entry(MapNode entry, string name)
    {
        var keys = entry.Block("An entry of 'files'", "pattern", "holds", "header", "dateOrder", "numberFormat", "timeZone", "columns");
        foreach (var needed in new[] { "pattern", "holds", "columns" }.Where(key => !keys.ContainsKey(key)))
        {
            entry.Problem("BRG-HSE-004", null, $"The entry lacks '{needed}'.", "Every entry needs pattern, holds and columns.");
        }

        var pattern = keys.GetValueOrDefault("pattern")?.Text("'pattern'");
        if (pattern is not null && (Path.IsPathRooted(pattern) || pattern.Contains("..", StringComparison.Ordinal)))
        {
            keys["pattern"].Problem("BRG-HSE-003", pattern, "'pattern' must name files inside the export folder.", "Write a pattern such as affiliates*.csv.");
        }

        var kind = Kind(keys.GetValueOrDefault("holds"));
        var forms = Forms(keys, out var hasHeader);
        if (kind is not { } holds || pattern is null || !keys.TryGetValue("columns", out var columns))
        {
            return null;
        }

        var house = HouseSchemas.Of(holds);
        var schema = house with
        {
            Title = $"{house.Title} ({pattern})",
            Origin = $"{name} says what these files hold.",
            HasHeader = hasHeader,
            Columns = new ColumnMapColumns(house, name, hasHeader).Read(columns),
        };
        return (holds, new MappedFiles(schema, [pattern], forms));
    }

    private static HouseKind? Kind(MapNode? node)
    {
        if (node?.Text("'holds'") is not { } word)
        {
            return null;
        }

        var place = Array.IndexOf(Kinds, word);
        if (place < 0)
        {
            node.Problem("BRG-HSE-003", word, "'holds' must name a table of the house format.", $"Write one of: {string.Join(", ", Kinds)}.");
        }

        return place < 0 ? null : (HouseKind)place;
    }

    private TableForms Forms(IReadOnlyDictionary<string, MapNode> keys, out bool hasHeader)
    {
        var forms = defaults;
        hasHeader = true;
        if (keys.GetValueOrDefault("header") is { } header && header.Text("'header'") is { } line)
        {
            hasHeader = line != "none";
            if (hasHeader && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                forms = forms with { HeaderLine = number };
            }
            else if (hasHeader)
            {
                header.Problem("BRG-HSE-003", line, "'header' must be the line of the header, or none.", "Leave it out when the header is the first line with content.");
            }
        }

        forms = forms with
        {
            Dates = Choice(keys, "dateOrder", forms.Dates, ("mdy", DateOrder.MonthFirst), ("dmy", DateOrder.DayFirst), ("ymd", DateOrder.YearFirst)),
            Numbers = Choice(keys, "numberFormat", forms.Numbers, ("1,234.56", NumberStyle.Point), ("1.234,56", NumberStyle.Comma)),
        };
        if (keys.GetValueOrDefault("timeZone") is { } zone && zone.Text("'timeZone'") is { } text)
        {
            if (TableForms.ZoneOf(text) is { } known)
            {
                return forms with { Zone = known };
            }

            zone.Problem("BRG-HSE-003", text, "'timeZone' must be an offset or the name of a zone.", "Write for example +01:00 or Europe/Paris.");
        }

        return forms;
    }

    private static T? Choice<T>(IReadOnlyDictionary<string, MapNode> keys, string key, T? fallback, params (string Word, T Value)[] choices)
        where T : struct
    {
        if (keys.GetValueOrDefault(key) is not { } node || node.Text($"'{key}'") is not { } text)
        {
            return fallback;
        }

        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        node.Problem("BRG-HSE-003", text, $"'{key}' must be one of: {string.Join(", ", choices.Select(choice => choice.Word))}.", "Leave it out to let the file speak for itself.");
        return fallback;
    }
}
