using Bridge.Engine.Artifacts;
using Bridge.Engine.Yaml;
using Bridge.Model.Findings;
using Bridge.Model.Money;

namespace Bridge.Engine.Brands;

/// <summary>Reads <c>brand.yaml</c> and reports every problem with its place.</summary>
public static class BrandReader
{
    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">Text.</param>
    /// <param name="folder">Folder of the file, absolute.</param>
    /// <param name="findings">Takes every problem.</param>
    /// <returns>The definition, or null when a problem is blocking.</returns>
    public static BrandDefinition? Read(string text, string folder, ICollection<Finding> findings)
    {
        var own = new List<Finding>();
        var root = NodeReader.Root(YamlTree.Parse(text, BrandDefinition.FileName, own), BrandDefinition.FileName, own);
        var definition = new BrandDefinition
        {
            Folder = Path.GetFullPath(folder),
            Client = Segment(root, "client"),
            Brand = Segment(root, "brand"),
            Programs = [.. root.SectionMap("programs").Select(pair => Program(root, pair.Key, pair.Value, folder))],
            KeyFile = root.OptionalText("key") is { } key ? Path.GetFullPath(key, folder) : null,
        };
        if (definition.Programs.Count == 0)
        {
            root.Problem("programs", "BRG-BRAND-001", null, "A brand needs at least one program.", "Add 'programs:' with a block for each; 'bridge init --programs us,de' writes an example.");
        }

        foreach (var twice in definition.Programs.GroupBy(program => program.Folder, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            root.Problem("programs", "BRG-BRAND-002", twice.Key, $"Programs {string.Join(" and ", twice.Select(program => program.Name))} name one folder.", "Give each program a migration folder of its own.");
        }

        root.ReportUnknown();
        foreach (var finding in own)
        {
            findings.Add(finding);
        }

        return own.Exists(finding => finding.Severity == Severity.Blocking) ? null : definition;
    }

    private static BrandProgram Program(NodeReader root, string name, NodeReader block, string folder)
    {
        if (!ArtifactKey.IsSegment(name))
        {
            root.Problem("programs", "BRG-BRAND-003", name, "The name of a program stands in paths and may hold a-z, 0-9, '.', '-' and '_' only.", "Write it like us or de-outlet.");
        }

        var currency = block.OptionalText("currency");
        if (currency is not null && !Currency.TryParse(currency, out _))
        {
            block.Problem("currency", "BRG-BRAND-004", currency, "The currency is not known.", "Write its three letters, for example EUR.");
        }

        var zone = block.OptionalText("timeZone");
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            block.Problem("timeZone", "BRG-BRAND-005", zone, "The time zone is not known.", "Write an IANA name such as Europe/Berlin, or UTC.");
        }

        return new BrandProgram
        {
            Name = name,
            Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(block.OptionalText("folder") ?? name, folder)),
            Market = block.OptionalText("market"),
            Currency = currency,
            TimeZone = zone,
            Hosts = block.OptionalTexts("hosts") ?? [],
        };
    }

    private static string Segment(NodeReader root, string key)
    {
        var text = root.RequiredText(key);
        if (text.Length > 0 && !ArtifactKey.IsSegment(text))
        {
            root.Problem(key, "BRG-BRAND-006", text, $"'{key}' names folders and may hold a-z, 0-9, '.', '-' and '_' only.", "Write it like acme-shop.");
        }

        return text;
    }
}
